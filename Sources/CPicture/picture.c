#include "picture.h"

// The same pixels on every processor.
#pragma STDC FP_CONTRACT OFF

#include <math.h>
#include <stdlib.h>
#include <string.h>

#pragma GCC diagnostic ignored "-Wunused-function"
#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#include <stb/stb_truetype.h>
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>

/// The parts of a pixel in which corners are told.
enum { PARTS = 8 };

/// Curves may leave their true course by so many pixels.
static const float FLATNESS = 0.35f;

/// A part of the canvas: its first column and row, and those after its last.
typedef struct {
  int left, top, right, bottom;
} Window;

/// The part of the canvas that an outline can cover.
static Window window_of(
  PictureCanvas canvas, const stbtt_vertex *vertices, int count, float scale, float x, float y, bool is_upward) {
  float left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
  for (int at = 0; at < count; at++) {
    // Between two ends a curve leaves the box around them no farther than its control point.
    bool is_curve = vertices[at].type == STBTT_vcurve;
    for (int part = 0; part <= (is_curve ? 1 : 0); part++) {
      float across = x + scale * (float)(part ? vertices[at].cx : vertices[at].x);
      float down = y + (is_upward ? -scale : scale) * (float)(part ? vertices[at].cy : vertices[at].y);
      left = fminf(left, across);
      right = fmaxf(right, across);
      top = fminf(top, down);
      bottom = fmaxf(bottom, down);
    }
  }
  return (Window){
    .left = (int)fmaxf(0, floorf(left)),
    .top = (int)fmaxf(0, floorf(top)),
    .right = (int)fminf((float)canvas.width, ceilf(right) + 1),
    .bottom = (int)fminf((float)canvas.height, ceilf(bottom) + 1),
  };
}

static void blend(unsigned char *byte, int colour, int weight) {
  *byte = (unsigned char)((*byte * (255 - weight) + colour * weight + 127) / 255);
}

/// Fills an outline that is told in steps of `scale` pixels from `x` and `y`.
static void fill(
  PictureCanvas canvas, PicturePaint paint, stbtt_vertex *vertices, int count, float scale, float x, float y,
  bool is_upward) {
  if (count == 0) return;
  Window window = window_of(canvas, vertices, count, scale, x, y, is_upward);
  if (window.left >= window.right || window.top >= window.bottom) return;
  int width = window.right - window.left, height = window.bottom - window.top;
  unsigned char *covered = calloc((size_t)width, (size_t)height);
  if (!covered) return;
  stbtt__bitmap bitmap = {.w = width, .h = height, .stride = width, .pixels = covered};
  stbtt_Rasterize(
    &bitmap, FLATNESS, vertices, count, scale, scale, x, y, window.left, window.top, is_upward, NULL);
  for (int row = 0; row < height; row++) {
    unsigned char *pixel = canvas.pixels + 3 * ((size_t)(window.top + row) * (size_t)canvas.width + (size_t)window.left);
    for (int column = 0; column < width; column++, pixel += 3) {
      int weight = (covered[row * width + column] * paint.opacity + 127) / 255;
      blend(pixel, (int)(paint.colour >> 16 & 0xFF), weight);
      blend(pixel + 1, (int)(paint.colour >> 8 & 0xFF), weight);
      blend(pixel + 2, (int)(paint.colour & 0xFF), weight);
    }
  }
  free(covered);
}

static short coordinate(float pixels) {
  return (short)lroundf(fminf(fmaxf(pixels, -PICTURE_GREATEST), PICTURE_GREATEST) * PARTS);
}

void picture_fill_outline(PictureCanvas canvas, PicturePaint paint, const float *corners, size_t count) {
  stbtt_vertex *vertices = count < 3 ? NULL : calloc(count + 1, sizeof *vertices);
  if (!vertices) return;
  for (size_t at = 0; at <= count; at++) {
    size_t corner = at == count ? 0 : at;
    vertices[at].x = coordinate(corners[2 * corner]);
    vertices[at].y = coordinate(corners[2 * corner + 1]);
    vertices[at].type = at == 0 ? STBTT_vmove : STBTT_vline;
  }
  fill(canvas, paint, vertices, (int)count + 1, 1.0f / PARTS, 0, 0, false);
  free(vertices);
}

static bool open_font(const unsigned char *font, stbtt_fontinfo *info) { return stbtt_InitFont(info, font, 0) != 0; }

bool picture_font_has(const unsigned char *font, uint32_t letter) {
  stbtt_fontinfo info;
  return open_font(font, &info) && stbtt_FindGlyphIndex(&info, (int)letter) != 0;
}

float picture_letter_width(const unsigned char *font, float size, uint32_t letter) {
  stbtt_fontinfo info;
  if (!open_font(font, &info)) return 0;
  int advance = 0, bearing = 0;
  stbtt_GetCodepointHMetrics(&info, (int)letter, &advance, &bearing);
  return (float)advance * stbtt_ScaleForMappingEmToPixels(&info, size);
}

void picture_fill_letter(
  PictureCanvas canvas, PicturePaint paint, const unsigned char *font, float size, uint32_t letter, float x,
  float baseline) {
  stbtt_fontinfo info;
  if (!open_font(font, &info)) return;
  stbtt_vertex *vertices = NULL;
  int count = stbtt_GetCodepointShape(&info, (int)letter, &vertices);
  fill(canvas, paint, vertices, count, stbtt_ScaleForMappingEmToPixels(&info, size), x, baseline, true);
  stbtt_FreeShape(&info, vertices);
}

unsigned char *picture_png(PictureCanvas canvas, size_t *count) {
  int length = 0;
  unsigned char *bytes = stbi_write_png_to_mem(canvas.pixels, canvas.width * 3, canvas.width, canvas.height, 3, &length);
  *count = bytes ? (size_t)length : 0;
  return bytes;
}

// Pictures for terminals: outlines and letters painted on pixels, and the pixels as PNG.
//
// stb_truetype and stb_image_write stand behind it. The font is one that the program carries, never one of a user's.
#ifndef HEARSAY_PICTURE_H
#define HEARSAY_PICTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Pixels of three bytes, red, green and blue, row after row.
typedef struct {
  unsigned char *pixels;
  int width, height;
} PictureCanvas;

/// What an outline is filled with: a colour, 0xRRGGBB, and how much of it, 0 to 255.
typedef struct {
  uint32_t colour;
  int opacity;
} PicturePaint;

/// Coordinates of outlines, in pixels, lie between minus this and this.
enum { PICTURE_GREATEST = 4000 };

/// Fills a closed outline of `count` corners, x and y in turn, in pixels. What lies outside the canvas is cut off.
void picture_fill_outline(PictureCanvas canvas, PicturePaint paint, const float *corners, size_t count);

/// Whether the font, a whole TrueType file, has a letter.
bool picture_font_has(const unsigned char *font, uint32_t letter);

/// How far the next letter is from this one, in pixels, where the font's size is `size`.
float picture_letter_width(const unsigned char *font, float size, uint32_t letter);

/// Fills a letter whose origin is at `x` on the line `baseline`.
void picture_fill_letter(
  PictureCanvas canvas, PicturePaint paint, const unsigned char *font, float size, uint32_t letter, float x,
  float baseline);

/// The pixels as a PNG; allocated with malloc, NULL where there is no memory.
unsigned char *picture_png(PictureCanvas canvas, size_t *count);

#endif

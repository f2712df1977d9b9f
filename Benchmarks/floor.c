// What the queries cost in plain arrays, by hand, on one thread: floor FOLDER REPETITIONS
//
// Reads the made-up claims of a folder from claims.csv and places.csv, gives every name a number in the order of the names,
// and answers each query by a loop written for it alone: no parser, no planner, nothing that another query would need. Writes
// FOLDER/floor.tsv and FOLDER/answers/floor as peers.py does.
#define _GNU_SOURCE
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

enum { ID, SUBJECT, RELATION, OBJECT, LOCATION, SOURCE, SPEAKER, POLARITY, CERTAINTY, DATE, QUANTITY, TEXT, COLUMNS };

// A column of names: for each row the number of its name, from 1; 0 is missing.
typedef struct {
  uint32_t *code;
  char **name;
  uint32_t count;
  // How many stand in order; those after them are places that no claim has.
  uint32_t sorted;
} Names;

// The rows of each name.
typedef struct {
  uint32_t *start, *row;
} Rows;

static size_t rows;
static Names column[TEXT];
static Rows bySubject, byObject, bySource;
static char **text;
static char *texts;
static uint64_t *id;
static uint16_t *month;
static uint32_t *broader;
static const char *folder;
static char parameter[16][2][128];
static FILE *answer;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void *array(size_t count, size_t size) {
  void *memory = calloc(count ? count : 1, size);
  if (!memory) fail("memory");
  return memory;
}

static char *map(const char *file, size_t *size) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, file);
  struct stat about;
  int descriptor = open(path, O_RDONLY);
  if (descriptor < 0 || fstat(descriptor, &about)) fail(path);
  *size = (size_t)about.st_size;
  char *bytes = mmap(NULL, *size + 1, PROT_READ | PROT_WRITE, MAP_PRIVATE, descriptor, 0);
  if (bytes == MAP_FAILED) fail(path);
  close(descriptor);
  return bytes;
}

static const char *named(const char *name) {
  for (int place = 0; place < 16; place++)
    if (!strcmp(parameter[place][0], name)) return parameter[place][1];
  fprintf(stderr, "no parameter %s\n", name);
  exit(1);
}

static int byName(const void *one, const void *other) { return strcmp(*(char **)one, *(char **)other); }

static uint32_t codeOf(const Names *names, const char *name) {
  uint32_t low = 1, high = names->sorted;
  while (high - low > 1) {
    uint32_t middle = (low + high) / 2;
    if (strcmp(names->name[middle], name) <= 0) low = middle;
    else high = middle;
  }
  if (low < names->sorted && !strcmp(names->name[low], name)) return low;
  for (uint32_t code = names->sorted; code < names->count; code++)
    if (!strcmp(names->name[code], name)) return code;
  return 0;
}

// Numbers the fields of a column in the order of the names.
static void number(Names *names, char **field) {
  size_t size = 1 << 16, used = 0;
  char **slot = array(size, sizeof *slot);
  for (size_t row = 0; row < rows; row++) {
    if (!*field[row]) continue;
    if (used * 2 > size) {
      char **larger = array(size * 4, sizeof *larger);
      for (size_t old = 0; old < size; old++) {
        if (!slot[old]) continue;
        uint64_t hash = 14695981039346656037u;
        for (char *byte = slot[old]; *byte; byte++) hash = (hash ^ (uint8_t)*byte) * 1099511628211u;
        while (larger[hash & (size * 4 - 1)]) hash++;
        larger[hash & (size * 4 - 1)] = slot[old];
      }
      free(slot);
      slot = larger;
      size *= 4;
    }
    uint64_t hash = 14695981039346656037u;
    for (char *byte = field[row]; *byte; byte++) hash = (hash ^ (uint8_t)*byte) * 1099511628211u;
    while (slot[hash & (size - 1)] && strcmp(slot[hash & (size - 1)], field[row])) hash++;
    if (!slot[hash & (size - 1)]) used++, slot[hash & (size - 1)] = field[row];
    else field[row] = slot[hash & (size - 1)];
  }
  names->name = array(used + 1, sizeof *names->name);
  names->count = 1;
  for (size_t place = 0; place < size; place++)
    if (slot[place]) names->name[names->count++] = slot[place];
  free(slot);
  qsort(names->name + 1, used, sizeof *names->name, byName);
  names->sorted = names->count;
  names->code = array(rows, sizeof *names->code);
  for (size_t row = 0; row < rows; row++) {
    if (*field[row]) names->code[row] = codeOf(names, field[row]);
  }
}

static Rows grouped(const uint32_t *code, size_t length, uint32_t count) {
  Rows lists = {array(count + 1, sizeof(uint32_t)), array(length, sizeof(uint32_t))};
  for (size_t row = 0; row < length; row++)
    if (code[row] + 1 <= count) lists.start[code[row] + 1]++;
  for (uint32_t list = 0; list < count; list++) lists.start[list + 1] += lists.start[list];
  uint32_t *next = array(count, sizeof *next);
  memcpy(next, lists.start, count * sizeof *next);
  for (size_t row = 0; row < length; row++) lists.row[next[code[row]]++] = (uint32_t)row;
  free(next);
  return lists;
}

static void load(void) {
  size_t size;
  char *bytes = map("claims.csv", &size), *line = strchr(bytes, '\n') + 1;
  for (char *byte = line; (byte = memchr(byte, '\n', (size_t)(bytes + size - byte))); byte++) rows++;
  char **field[TEXT];
  for (int number = 0; number < TEXT; number++) field[number] = array(rows, sizeof(char *));
  text = array(rows + 1, sizeof *text);
  texts = array(size + 1, 1);
  char *end = texts;
  for (size_t row = 0; row < rows; row++) {
    for (int number = 0; number < TEXT; number++) {
      field[number][row] = line;
      line = strchr(line, ',');
      *line++ = 0;
    }
    char *next = memchr(line, '\n', (size_t)(bytes + size - line));
    text[row] = end;
    end = mempcpy(end, line, (size_t)(next - line) + 1);
    line = next + 1;
  }
  text[rows] = end;
  id = array(rows, sizeof *id);
  month = array(rows, sizeof *month);
  for (size_t row = 0; row < rows; row++) {
    id[row] = strtoull(field[ID][row], NULL, 16);
    int year, part;
    if (sscanf(field[DATE][row], "%d-%d", &year, &part) == 2) month[row] = (uint16_t)(year * 12 + part - 1);
  }
  for (int number_ = SUBJECT; number_ <= CERTAINTY; number_++) number(&column[number_], field[number_]);
  for (int number_ = 0; number_ < TEXT; number_++) free(field[number_]);
  bySubject = grouped(column[SUBJECT].code, rows, column[SUBJECT].count);
  byObject = grouped(column[OBJECT].code, rows, column[OBJECT].count);
  bySource = grouped(column[SOURCE].code, rows, column[SOURCE].count);

  // What each place lies in; places that no claim has are put to the others.
  char *places = map("places.csv", &size);
  Names *place = &column[LOCATION];
  char *row = strchr(places, '\n') + 1;
  size_t most = place->count + size / 8;
  place->name = realloc(place->name, most * sizeof *place->name);
  if (!place->name) fail("memory");
  broader = array(most, sizeof *broader);
  for (char *next; (next = memchr(row, '\n', (size_t)(places + size - row))); row = next + 1) {
    *next = 0;
    char *whole = strchr(row, ',');
    *whole++ = 0;
    uint32_t code = codeOf(place, row), other = codeOf(place, whole);
    if (!code) place->name[code = place->count++] = row;
    if (*whole && !other) place->name[other = place->count++] = whole;
    broader[code] = other;
  }
}

// The rows of the answer that are wanted, by the greatest count, then by what they are counted for.
typedef struct {
  uint32_t count, key;
} Counted;

static int byCount(const void *one, const void *other) {
  const Counted *left = one, *right = other;
  if (left->count != right->count) return left->count < right->count ? 1 : -1;
  return left->key < right->key ? -1 : left->key > right->key;
}

static uint32_t top(const uint32_t *count, uint32_t keys, uint32_t wanted, Counted *best) {
  uint32_t kept = 0;
  for (uint32_t key = 0; key < keys; key++) {
    if (!count[key] || (kept == wanted && count[key] <= best[kept - 1].count)) continue;
    uint32_t place = kept < wanted ? kept++ : kept - 1;
    while (place && best[place - 1].count < count[key]) best[place] = best[place - 1], place--;
    best[place] = (Counted){count[key], key};
  }
  qsort(best, kept, sizeof *best, byCount);
  return kept;
}

static void put(const char *format, ...) {
  if (!answer) return;
  va_list arguments;
  va_start(arguments, format);
  vfprintf(answer, format, arguments);
  va_end(arguments);
}

static void Q1(void) {
  uint32_t subject = codeOf(&column[SUBJECT], named("subject")), place = codeOf(&column[LOCATION], named("place"));
  Counted *found = array(bySubject.start[subject + 1] - bySubject.start[subject], sizeof *found);
  size_t count = 0;
  for (uint32_t place_ = bySubject.start[subject]; place_ < bySubject.start[subject + 1]; place_++) {
    uint32_t row = bySubject.row[place_];
    found[count] = (Counted){UINT32_MAX - column[RELATION].code[row], column[SOURCE].code[row]};
    count += column[LOCATION].code[row] == place;
  }
  qsort(found, count, sizeof *found, byCount);
  for (size_t row = 0; row < count; row++)
    put("%s\t%s\n", column[RELATION].name[UINT32_MAX - found[row].count], column[SOURCE].name[found[row].key]);
  free(found);
}

static void Q2(void) {
  uint32_t subject = codeOf(&column[SUBJECT], named("subject")), province = codeOf(&column[LOCATION], named("province"));
  uint8_t *isWithin = array(column[LOCATION].count, 1);
  for (uint32_t place = 1; place < column[LOCATION].count; place++) {
    uint32_t whole = place;
    while (whole && whole != province) whole = broader[whole];
    isWithin[place] = whole != 0;
  }
  uint32_t *count = array(column[SOURCE].count, sizeof *count);
  for (uint32_t place = bySubject.start[subject]; place < bySubject.start[subject + 1]; place++)
    count[column[SOURCE].code[bySubject.row[place]]] += isWithin[column[LOCATION].code[bySubject.row[place]]];
  Counted best[10];
  uint32_t kept = top(count, column[SOURCE].count, 10, best);
  for (uint32_t place = 0; place < kept; place++) put("%s\t%u\n", column[SOURCE].name[best[place].key], best[place].count);
  free(isWithin);
  free(count);
}

static void Q3(void) {
  uint32_t *count = array(column[SOURCE].count, sizeof *count);
  for (size_t row = 0; row < rows; row++) count[column[SOURCE].code[row]]++;
  Counted best[20];
  uint32_t kept = top(count, column[SOURCE].count, 20, best);
  for (uint32_t place = 0; place < kept; place++) put("%s\t%u\n", column[SOURCE].name[best[place].key], best[place].count);
  free(count);
}

static void Q4(void) {
  uint32_t relations = column[RELATION].count, cells = column[SUBJECT].count * relations;
  uint32_t *count = array(cells, sizeof *count);
  const uint32_t *subject = column[SUBJECT].code, *relation = column[RELATION].code;
  for (size_t row = 0; row < rows; row++) count[subject[row] * relations + relation[row]]++;
  Counted best[50];
  uint32_t kept = top(count, cells, 50, best);
  for (uint32_t place = 0; place < kept; place++)
    put("%s\t%s\t%u\n", column[SUBJECT].name[best[place].key / relations],
        column[RELATION].name[best[place].key % relations], best[place].count);
  free(count);
}

// The denied claims by the hash of what they say, in chains.
typedef struct {
  uint32_t *newest, *before, mask;
  uint64_t *bits;
} Denied;

static inline uint64_t hashOf(size_t row) {
  uint64_t hash = (uint64_t)column[SUBJECT].code[row] << 32 | column[OBJECT].code[row];
  hash = hash * 0x9E3779B97F4A7C15u ^ ((uint64_t)column[LOCATION].code[row] << 32 | column[RELATION].code[row]);
  hash *= 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 29;
}

static inline int isWhole(size_t row) { return column[OBJECT].code[row] && column[LOCATION].code[row]; }

static inline int saySame(size_t one, size_t other) {
  return column[SUBJECT].code[one] == column[SUBJECT].code[other] && column[RELATION].code[one] == column[RELATION].code[other]
         && column[OBJECT].code[one] == column[OBJECT].code[other] && column[LOCATION].code[one] == column[LOCATION].code[other]
         && column[SOURCE].code[one] != column[SOURCE].code[other];
}

typedef struct {
  uint64_t left, right;
} Pair;

static int byPair(const void *one, const void *other) {
  const Pair *left = one, *right = other;
  if (left->left != right->left) return left->left < right->left ? -1 : 1;
  return left->right < right->right ? -1 : left->right > right->right;
}

// Calls `found` with each pair of an affirmed claim and a denied one.
static inline void pairs(void (*found)(size_t, size_t)) {
  uint32_t denied = codeOf(&column[POLARITY], "denied"), affirmed = codeOf(&column[POLARITY], "affirmed");
  uint32_t size = 1;
  while (size < rows / 8) size *= 2;
  Denied table = {array(size, 4), array(rows, 4), size - 1, array(size / 16 + 1, 8)};
  const uint32_t *polarity = column[POLARITY].code;
  for (size_t row = 0; row < rows; row++) {
    if (polarity[row] != denied || !isWhole(row)) continue;
    uint64_t hash = hashOf(row);
    table.before[row] = table.newest[hash & table.mask];
    table.newest[hash & table.mask] = (uint32_t)row + 1;
    table.bits[(hash & (size * 4 - 1)) / 64] |= 1ull << (hash & 63);
  }
  for (size_t row = 0; row < rows; row++) {
    uint64_t hash = hashOf(row);
    if (!(table.bits[(hash & (size * 4 - 1)) / 64] >> (hash & 63) & 1) || polarity[row] != affirmed) continue;
    for (uint32_t other = table.newest[hash & table.mask]; other; other = table.before[other - 1])
      if (saySame(row, other - 1)) found(row, other - 1);
  }
  free(table.newest);
  free(table.before);
  free(table.bits);
}

static size_t pairCount;
static Pair best[40];

static void count(size_t left, size_t right) {
  (void)left, (void)right;
  pairCount++;
}

static void keep(size_t left, size_t right) {
  best[pairCount++] = (Pair){id[left], id[right]};
  if (pairCount < 40) return;
  qsort(best, pairCount, sizeof *best, byPair);
  pairCount = 20;
}

static void Q5a(void) {
  pairCount = 0;
  pairs(count);
  put("%zu\n", pairCount);
}

static void Q5b(void) {
  pairCount = 0;
  pairs(keep);
  qsort(best, pairCount, sizeof *best, byPair);
  for (size_t pair = 0; pair < pairCount && pair < 20; pair++)
    put("%016lx\t%016lx\n", (unsigned long)best[pair].left, (unsigned long)best[pair].right);
}

// How many texts have a word, and another one where it is given.
static size_t holding(const char *word, const char *other) {
  size_t found = 0, length = strlen(word), row = 0;
  for (char *place = texts; (place = memmem(place, (size_t)(text[rows] - place), word, length));) {
    size_t high = rows;
    while (high - row > 1) {
      size_t middle = (row + high) / 2;
      if (text[middle] <= place) row = middle;
      else high = middle;
    }
    place = text[row + 1];
    found += !other || memmem(text[row], (size_t)(place - text[row]), other, strlen(other));
  }
  return found;
}

static void Q6a(void) {
  size_t found = holding(named("word"), NULL);
  put("%zu\n", found);
}

static void Q6b(void) {
  size_t found = holding(named("first"), named("second"));
  put("%zu\n", found);
}

static void Q7(void) {
  uint32_t subject = codeOf(&column[SUBJECT], named("subject"));
  uint32_t *count = array(UINT16_MAX + 1, sizeof *count);
  for (uint32_t place = bySubject.start[subject]; place < bySubject.start[subject + 1]; place++)
    count[month[bySubject.row[place]]]++;
  for (int cut = 1; cut <= UINT16_MAX; cut++)
    if (count[cut]) put("%04d-%02d\t%u\n", cut / 12, cut % 12 + 1, count[cut]);
  free(count);
}

static void Q8(void) {
  // Subjects and objects have numbers of their own: those of subjects are carried over.
  static uint32_t *subjectOf, *objectOf;
  Names *subjects = &column[SUBJECT], *objects = &column[OBJECT];
  uint32_t all = subjects->count + objects->count;
  if (!subjectOf) {
    subjectOf = array(all, 4), objectOf = array(all, 4);
    uint32_t one = 1, other = 1, name = 1;
    while (one < subjects->count || other < objects->count) {
      int order = one == subjects->count ? 1 : other == objects->count ? -1 : strcmp(subjects->name[one], objects->name[other]);
      if (order <= 0) subjectOf[name] = one++;
      if (order >= 0) objectOf[name] = other++;
      name++;
    }
  }
  static uint32_t *ofSubject, *ofObject;
  if (!ofSubject) {
    ofSubject = array(subjects->count, 4), ofObject = array(objects->count, 4);
    for (uint32_t name = 1; name < all; name++) {
      if (subjectOf[name]) ofSubject[subjectOf[name]] = name;
      if (objectOf[name]) ofObject[objectOf[name]] = name;
    }
  }
  uint8_t *near = array(all, 1), *far = array(all, 1);
  uint32_t hop = ofSubject[codeOf(subjects, named("hop"))];
  for (int step = 0; step < 2; step++) {
    uint8_t *from = step ? near : NULL, *to = step ? far : near;
    for (uint32_t name = 1; name < all; name++) {
      if (step ? !from[name] : name != hop) continue;
      uint32_t subject = subjectOf[name], object = objectOf[name];
      if (subject)
        for (uint32_t place = bySubject.start[subject]; place < bySubject.start[subject + 1]; place++)
          to[ofObject[objects->code[bySubject.row[place]]]] = 1;
      if (object)
        for (uint32_t place = byObject.start[object]; place < byObject.start[object + 1]; place++)
          to[ofSubject[subjects->code[byObject.row[place]]]] = 1;
    }
    to[0] = 0;
  }
  far[hop] = 0;
  size_t found = 0;
  for (uint32_t name = 1; name < all; name++) found += far[name];
  put("%zu\n", found);
  free(near);
  free(far);
}

static void Q9(void) {
  uint32_t *count = array(column[SOURCE].count, sizeof *count), *last = array(column[SPEAKER].count, sizeof *last);
  for (uint32_t source = 1; source < column[SOURCE].count; source++)
    for (uint32_t place = bySource.start[source]; place < bySource.start[source + 1]; place++) {
      uint32_t speaker = column[SPEAKER].code[bySource.row[place]];
      count[source] += speaker && last[speaker] != source;
      last[speaker] = source;
    }
  Counted found[20];
  uint32_t kept = top(count, column[SOURCE].count, 20, found);
  for (uint32_t place = 0; place < kept; place++) put("%s\t%u\n", column[SOURCE].name[found[place].key], found[place].count);
  free(count);
  free(last);
}

static void Q10(void) {
  uint64_t wanted = strtoull(named("id"), NULL, 16);
  size_t low = 0, high = rows;
  while (high - low > 1) {
    size_t middle = (low + high) / 2;
    if (id[middle] <= wanted) low = middle;
    else high = middle;
  }
  put("%016lx\t%s\t%s\n", (unsigned long)id[low], column[SUBJECT].name[column[SUBJECT].code[low]],
      column[RELATION].name[column[RELATION].code[low]]);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int byTime(const void *one, const void *other) {
  double left = *(const double *)one, right = *(const double *)other;
  return left < right ? -1 : left > right;
}

int main(int count, char **arguments) {
  if (count != 3 || atoi(arguments[2]) < 1) {
    fprintf(stderr, "usage: floor FOLDER REPETITIONS\n");
    return 2;
  }
  folder = arguments[1];
  int repetitions = atoi(arguments[2]);
  size_t size;
  char *line = map("parameters.tsv", &size), path[4096];
  for (int place = 0; place < 16 && *line; place++, line = strchr(line, '\n') + 1)
    sscanf(line, "%127[^\t]\t%127[^\n]", parameter[place][0], parameter[place][1]);
  double start = now();
  load();
  snprintf(path, sizeof path, "%s/floor.tsv", folder);
  FILE *figures = fopen(path, "w");
  if (!figures) fail(path);
  fprintf(figures, "load\t%.4f\n", now() - start);
  static const struct {
    const char *name;
    void (*run)(void);
  } queries[] = {{"Q1", Q1}, {"Q2", Q2}, {"Q3", Q3}, {"Q4", Q4}, {"Q5a", Q5a}, {"Q5b", Q5b}, {"Q6a", Q6a},
                 {"Q6b", Q6b}, {"Q7", Q7}, {"Q8", Q8}, {"Q9", Q9}, {"Q10", Q10}};
  double *times = array((size_t)repetitions, sizeof *times);
  for (size_t query = 0; query < sizeof queries / sizeof *queries; query++) {
    snprintf(path, sizeof path, "%s/answers/floor/%s.tsv", folder, queries[query].name);
    if (!(answer = fopen(path, "w"))) fail(path);
    queries[query].run();
    fclose(answer);
    answer = NULL;
    for (int turn = 0; turn < repetitions; turn++) {
      double before = now();
      queries[query].run();
      times[turn] = now() - before;
    }
    qsort(times, (size_t)repetitions, sizeof *times, byTime);
    fprintf(figures, "%s\t%.6f\n", queries[query].name, times[repetitions / 2]);
  }
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  fprintf(figures, "memory\t%.1f\n", (double)usage.ru_maxrss / 1024);
  return fclose(figures) != 0;
}

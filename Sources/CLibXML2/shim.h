#include <libxml/xmlversion.h>
// Where libxml2 was built with ICU its headers bring in ICU's, which differ from those that Foundation brings. Nothing here
// looks into what only they know.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

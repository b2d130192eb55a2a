// The measuring code of the document room's tests.
#include "document/pdf_probe.cpp"

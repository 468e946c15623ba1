#include "CSQLiteBudget.h"

#include <sqlite3.h>

// SQLite's own methods, which do the work.
static sqlite3_mem_methods own;

static _Thread_local int isBounded;
static _Thread_local long long left;

static void *take(int size) {
  if (isBounded && left < size) return 0;
  void *block = own.xMalloc(size);
  if (isBounded && block) left -= own.xSize(block);
  return block;
}

static void *resize(void *block, int size) {
  if (!isBounded) return own.xRealloc(block, size);
  long long before = own.xSize(block);
  if (left + before < size) return 0;
  void *moved = own.xRealloc(block, size);
  if (moved) left += before - own.xSize(moved);
  return moved;
}

static void give(void *block) {
  if (isBounded && block) left += own.xSize(block);
  own.xFree(block);
}

void sqlite_budget_begin(long long bytes) {
  isBounded = 1;
  left = bytes;
}

void sqlite_budget_end(void) { isBounded = 0; }

// The methods can only be set before anything uses SQLite, hence before main.
__attribute__((constructor)) static void install(void) {
  if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &own) != SQLITE_OK) return;
  sqlite3_mem_methods counted = own;
  counted.xMalloc = take;
  counted.xRealloc = resize;
  counted.xFree = give;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &counted);
}

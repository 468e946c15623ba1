#ifndef CSQLITEBUDGET_H
#define CSQLITEBUDGET_H

/// Bounds the bytes that SQLite takes on the calling thread from here on; what it needs beyond is SQLITE_NOMEM.
/// SQLite's own limit on its heap is one for the whole process, and would stop other threads' statements.
void sqlite_budget_begin(long long bytes);

/// Takes the bound off this thread.
void sqlite_budget_end(void);

#endif

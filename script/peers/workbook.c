/* The work of our benchmark "workbook" by libxlsxwriter alone: a table of 100,000 rows and ten columns with number
   formats, a total and widths. Prints the best rate of runs within about ten seconds: case, cells a second. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <xlsxwriter.h>

#define ROWS 100000

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + now.tv_nsec / 1e9;
}

static lxw_format *look(lxw_workbook *book, const char *code) {
    lxw_format *format = workbook_add_format(book);
    format_set_font_name(format, "Arial");
    format_set_font_size(format, 10);
    if (code) format_set_num_format(format, code);
    return format;
}

static void write(const char *path) {
    static const char *symbols[] = {"SPY", "QQQ", "IWM", "DIA", "XLE", "XLK"};
    static const char *heads[] = {"Symbol", "Note", "Day", "P&L", "N0", "N1", "N2", "N3", "N4", "N5"};
    lxw_workbook *book = workbook_new(path);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "Trades");
    lxw_format *text = look(book, NULL), *day = look(book, "yyyy-mm-dd"), *usd = look(book, "$#,##0.00;-$#,##0.00");
    lxw_format *number = look(book, "#,##0.00");
    double total = 0;
    for (int row = 0; row < ROWS; row++) {
        char note[32];
        snprintf(note, sizeof note, "trade %d", (int)((long)row * 7 % 5000));
        double amount = ((row % 9973) * 7 - 20000) / 100.0;
        worksheet_write_string(sheet, row + 3, 0, symbols[row % 6], text);
        worksheet_write_string(sheet, row + 3, 1, note, text);
        worksheet_write_number(sheet, row + 3, 2, 18000 + row % 2000 + 25569, day);
        worksheet_write_number(sheet, row + 3, 3, amount, usd);
        for (int column = 0; column < 6; column++)
            worksheet_write_number(sheet, row + 3, 4 + column, row * 1.37 + column, number);
        total += amount;
    }
    lxw_table_column columns[10] = {{0}}, *list[11] = {0};
    for (int column = 0; column < 10; column++) {
        columns[column].header = (char *)heads[column];
        list[column] = &columns[column];
    }
    columns[3].total_function = LXW_TABLE_FUNCTION_SUM;
    columns[3].total_value = total;
    lxw_table_options options = {.total_row = 1, .columns = list};
    if (worksheet_add_table(sheet, 2, 0, ROWS + 3, 9, &options)) exit(1);
    worksheet_set_column(sheet, 0, 9, 12, NULL);
    worksheet_freeze_panes(sheet, 3, 0);
    if (workbook_close(book)) exit(1);
}

int main(int count, char **arguments) {
    const char *path = count > 1 ? arguments[1] : "workbook-peer.xlsx";
    double best = 0, start = seconds();
    do {
        double before = seconds();
        write(path);
        double rate = ROWS * 10 / (seconds() - before);
        if (rate > best) best = rate;
    } while (seconds() - start < 10);
    remove(path);
    printf("libxlsxwriter\t%.0f\n", best);
    return 0;
}

import Rendering
import Testing

@Suite("Why a workbook could not be written")
struct WorkbookErrorTests {
    @Test(
        "Each error says what went wrong and what to do",
        arguments: [
            (
                WorkbookError.cannotCreate(path: "out/report.xlsx"),
                "cannot write the workbook 'out/report.xlsx': make sure that its folder exists and can be written to, and that "
                    + "there is space in it and in the folder of temporary files"
            ),
            (
                .refused(step: "a series of chart 'Equity'", reason: "Invalid parameter."),
                "the workbook was not written: a series of chart 'Equity' was refused (Invalid parameter.)"
            ),
            (
                .tooLarge(table: "trades", rows: 2_000_000, columns: 12),
                "table 'trades' has 2000000 rows and 12 columns, and a sheet holds 1,048,000 rows and 16,384 columns: let its "
                    + "query select less"
            ),
            (
                .tooManySheets(300),
                "the report would have 300 sheets of tables and charts, and a workbook holds 250: split the notebook, or let "
                    + "tables share a sheet"
            ),
            (
                .invalid([
                    WorkbookFault(place: "name 'a b'", problem: "has a space"),
                    WorkbookFault(sheet: "Trades", place: "cell B5", problem: "is no number"),
                ]),
                """
                the workbook was not written, because spreadsheets could not read it; this is a defect of ThetaDesk, please \
                report it:
                  name 'a b': has a space
                  sheet 'Trades', cell B5: is no number
                """
            ),
        ])
    func texts(error: WorkbookError, text: String) {
        #expect(error.description == text)
    }
}

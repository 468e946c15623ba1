import Metrics
import Notebooks
import Testing

@Suite("A template says which names it can need")
struct MentionedNamesTests {
    @Test("identifiers of SQL, options, conditions and places for values, and of partials")
    func names() {
        let text = """
            ---
            title: "{{ title_name }}"
            kind: k
            ---
            # {{ head_name }}
            Prose prose_word {{ scalar_name | usd }} {{ cell_name["A key"].column_name }} \\{{ escaped_name }}.

            ```sql a
            --| if: condition_name > 1
            SELECT Upper_Name, "quoted_name" FROM dataset_name -- comment_name
            ```
            ```table b
            data: table_data
            ```
            ```include p
            ```
            ```text c
            {{ text_name }}
            ```
            """
        let names = Template.parse(text, file: "t.md") { _ in
            .text("```figures f\nitems: [{ label: L, value: partial_value }]\n```", file: "p.md")
        }.template.mentionedNames
        for name in [
            "title_name", "head_name", "scalar_name", "cell_name", "A key", "column_name", "condition_name",
            "Upper_Name",
            "upper_name", "quoted_name", "dataset_name", "table_data", "partial_value", "text_name",
        ] {
            #expect(names.contains(name), "\(name)")
        }
        #expect(!names.contains("prose_word") && !names.contains("escaped_name") && !names.contains("1"))
    }

    @Test("whatever a run needs is among them")
    func sufficient() throws {
        let body = """
            {{ win_rate }}

            ```sql a
            select * from KPIS
            ```
            """
        let template = Template.parse(Desk.template(body), file: "t.md").template
        var context = Desk.context
        context.datasets.removeAll { !template.mentionedNames.contains($0.name) }
        context.scalars.removeAll { !template.mentionedNames.contains($0.name) }
        #expect(context.datasets.map(\.name) == ["kpis"] && context.scalars.map(\.name) == ["win_rate"])
        #expect(try Notebook.run(template, context: context) == Notebook.run(template, context: Desk.context))
    }
}

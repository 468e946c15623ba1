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
            #expect(names.tables.contains(name), "\(name)")
        }
        #expect(names.tables.isDisjoint(with: ["prose_word", "escaped_name", "1"]))
        #expect(
            names.scalars.isSuperset(of: ["title_name", "scalar_name", "condition_name", "partial_value", "text_name"]))
        #expect(names.scalars.isDisjoint(with: ["dataset_name", "quoted_name", "table_data", "prose_word"]))
    }

    @Test("a column of a query or of a table is no single figure; a parameter of a query is one")
    func scalars() {
        let body = """
            ```sql a
            --| title: Of {{ in_title }}
            --| titles: { verdict: Verdict }
            select verdict, share from kpis where day = :as_of and x::y
            ```
            ```table b
            data: kpis
            select: [win_rate]
            note: "{{ in_note }}"
            ```
            ```chart c
            if: in_condition
            data: a
            lines: { share: Share }
            ```
            """
        let names = Template.parse(Desk.template(body), file: "t.md").template.mentionedNames
        #expect(names.scalars.isSuperset(of: ["in_title", "as_of", "in_note", "in_condition"]))
        #expect(names.scalars.isDisjoint(with: ["verdict", "share", "kpis", "win_rate"]))
        #expect(names.tables.isSuperset(of: ["verdict", "share", "kpis", "a"]))
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
        context.datasets.removeAll { !template.mentionedNames.tables.contains($0.name) }
        context.scalars.removeAll { !template.mentionedNames.scalars.contains($0.name) }
        #expect(context.datasets.map(\.name) == ["kpis"] && context.scalars.map(\.name) == ["win_rate"])
        #expect(try Notebook.run(template, context: context) == Notebook.run(template, context: Desk.context))
    }
}

namespace SqlHarness.Testing.Reports;

/// <summary>How pages look: dark and light, with nothing from outside.</summary>
static class PageStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --line: light-dark(#d8dce2, #3a3f47); --soft: light-dark(#f5f6f8, #22262b); --ink: light-dark(#1b1f24, #e6e9ed); --faint: light-dark(#5b6470, #9aa4b1);
                --good: light-dark(#1a7f4b, #4cc38a); --bad: light-dark(#c22f3d, #ff7b86); }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: light-dark(#fff, #16191d); max-width: 72rem; margin: 2rem auto; padding: 0 1.25rem; }
        h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; } p { margin: .25rem 0 1rem; color: var(--faint); }
        code, pre { font: 13px/1.5 ui-monospace, monospace; } code { overflow-wrap: anywhere; }
        .bar { display: flex; height: .75rem; border-radius: .4rem; overflow: hidden; margin: 1rem 0 .25rem; background: var(--bad); } .bar i { background: var(--good); }
        table { border-collapse: collapse; } td, th { text-align: left; padding: .25rem .9rem .25rem 0; border-bottom: 1px solid var(--line); } .n { text-align: right; }
        details { border: 1px solid var(--line); border-radius: .4rem; margin: .35rem 0; } summary { cursor: pointer; padding: .4rem .75rem; } summary:hover { background: var(--soft); }
        .id { display: inline-block; min-width: 7rem; color: var(--faint); font: 13px ui-monospace, monospace; } del { color: var(--bad); } ins { color: var(--good); } del, ins { text-decoration: none; }
        details > div { padding: .25rem .75rem .75rem; border-top: 1px solid var(--line); } pre { background: var(--soft); padding: .6rem .75rem; border-radius: .4rem; overflow-x: auto; }
        .step { margin: 1rem 0 .25rem; color: var(--faint); font-size: .9rem; }
        """;
}

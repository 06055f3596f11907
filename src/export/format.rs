//! The formats by name.

/// A format to export to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Markdown with front matter, block references and links back.
    Markdown,
    /// The contract `attache/1`, an array.
    Json,
    /// The contract `attache/1`, one object a line.
    Jsonl,
    /// A table, one row a point.
    Csv,
    /// A calendar of the meetings to come.
    Ics,
    /// Plain lines.
    Text,
    /// W3C Web Annotation, JSON-LD.
    WebAnnotation,
    /// A table as readwise.io imports it.
    Readwise,
    /// Emacs Org.
    Org,
    /// One self-contained page.
    Html,
    /// Lines of todo.txt for the commitments.
    Todo,
}

impl Format {
    /// Every format, the most used first.
    pub const ALL: &[Self] = &[
        Self::Markdown,
        Self::Json,
        Self::Jsonl,
        Self::Csv,
        Self::Ics,
        Self::Text,
        Self::WebAnnotation,
        Self::Readwise,
        Self::Org,
        Self::Html,
        Self::Todo,
    ];

    /// The name, as on the command line.
    ///
    /// ```
    /// use attache::export::Format;
    /// assert!(Format::ALL.iter().all(|f| Format::named(f.name()) == Some(*f)));
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Ics => "ics",
            Self::Text => "text",
            Self::WebAnnotation => "web-annotation",
            Self::Readwise => "readwise",
            Self::Org => "org",
            Self::Html => "html",
            Self::Todo => "todo",
        }
    }

    /// The format called `name`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|f| f.name() == name)
    }

    /// What it is, in a few words for a list.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Markdown => "notes, with quotes and links back to the paragraph",
            Self::Json => "the whole contract, as an array",
            Self::Jsonl => "the whole contract, one briefing a line",
            Self::Csv => "a table, one row a point",
            Self::Ics => "a calendar of the meetings that have a date",
            Self::Text => "plain lines",
            Self::WebAnnotation => "W3C Web Annotation (JSON-LD)",
            Self::Readwise => "a table that Readwise imports",
            Self::Org => "Emacs Org",
            Self::Html => "one page, complete in itself",
            Self::Todo => "todo.txt lines for the commitments",
        }
    }

    /// How files of it end, without the point.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv | Self::Readwise => "csv",
            Self::Ics => "ics",
            Self::Text => "txt",
            Self::WebAnnotation => "jsonld",
            Self::Org => "org",
            Self::Html => "html",
            Self::Todo => "todo.txt",
        }
    }
}

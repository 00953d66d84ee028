//! A value of a request, written as JSON, Python or JavaScript.
//!
//! Knows three spellings of the same literal and keeps the order of keys; must not know requests.

/// A literal.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// Text, quoted when written.
    Text(String),
    /// A whole number.
    Number(u32),
    /// True.
    Yes,
    /// An expression of the language it is written in.
    Code(String),
    /// One after another.
    List(Vec<Value>),
    /// By name, in this order.
    Map(Fields),
}

/// Names with their values, in order.
pub(super) type Fields = Vec<(&'static str, Value)>;

/// How literals are spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    Json,
    Python,
    JavaScript,
}

/// Text as a value.
pub(super) fn text(words: impl Into<String>) -> Value {
    Value::Text(words.into())
}

impl Spelling {
    const fn step(self) -> usize {
        match self {
            Self::Python => 4,
            Self::Json | Self::JavaScript => 2,
        }
    }

    /// Python and JavaScript like a comma after the last one, JSON refuses it.
    const fn last_comma(self) -> &'static str {
        match self {
            Self::Json => "",
            Self::Python | Self::JavaScript => ",",
        }
    }

    fn key(self, name: &str) -> String {
        match self {
            Self::JavaScript => name.to_owned(),
            Self::Json | Self::Python => quoted(name),
        }
    }

    /// A value over several lines, the following ones indented by `indent` spaces.
    pub(super) fn write(self, value: &Value, indent: usize) -> String {
        let inner = indent + self.step();
        match value {
            Value::Text(words) => quoted(words),
            Value::Number(number) => number.to_string(),
            Value::Yes if self == Self::Python => "True".into(),
            Value::Yes => "true".into(),
            Value::Code(code) => code.clone(),
            Value::List(items) => {
                let items = items.iter().map(|item| self.write(item, inner));
                self.block(['[', ']'], items, indent)
            }
            Value::Map(fields) => {
                let pair = |(name, value): &(&'static str, Value)| {
                    format!("{}: {}", self.key(name), self.write(value, inner))
                };
                self.block(['{', '}'], fields.iter().map(pair), indent)
            }
        }
    }

    /// Parts between two brackets, each on its own line.
    fn block(
        self,
        [open, close]: [char; 2],
        parts: impl Iterator<Item = String>,
        indent: usize,
    ) -> String {
        let inner = " ".repeat(indent + self.step());
        let parts: Vec<String> = parts.map(|part| format!("{inner}{part}")).collect();
        if parts.is_empty() {
            return format!("{open}{close}");
        }
        let end = " ".repeat(indent);
        let last = self.last_comma();
        format!("{open}\n{}{last}\n{end}{close}", parts.join(",\n"))
    }

    /// Named arguments of a call in Python, fields of an object in JavaScript: without brackets.
    pub(super) fn arguments(self, fields: &Fields, indent: usize) -> String {
        let between = if self == Self::Python { "=" } else { ": " };
        let margin = " ".repeat(indent);
        let argument = |(name, value): &(&'static str, Value)| {
            format!("{margin}{name}{between}{},\n", self.write(value, indent))
        };
        fields.iter().map(argument).collect()
    }
}

/// A value as JSON on one line.
pub(super) fn on_one_line(value: &Value) -> String {
    match value {
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(on_one_line).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(fields) => {
            let pair = |(name, value): &(&'static str, Value)| {
                format!("{}: {}", quoted(name), on_one_line(value))
            };
            let fields: Vec<String> = fields.iter().map(pair).collect();
            format!("{{{}}}", fields.join(", "))
        }
        plain => Spelling::Json.write(plain, 0),
    }
}

/// Text between double quotes as all three spell it: what it holds is escaped as JSON does.
pub(super) fn quoted(words: &str) -> String {
    // A string has no key that could fail.
    serde_json::to_string(words).unwrap_or_default()
}

//! Slips in a small rate book, read from slips.txt.

/// A book that is sound, with one of everything.
pub const SMALL: &str = include_str!("small.json");

const SLIPS: &str = include_str!("slips.txt");

/// One thing that is done wrong in the small book.
pub struct Slip {
    /// As it stands in slips.txt.
    pub text: &'static str,
    /// The small book with it.
    pub json: String,
    /// Every message it brings.
    pub messages: Vec<&'static str>,
    /// Whether the schema notices it.
    pub schema: bool,
}

/// Every slip of the file.
pub fn slips() -> Vec<Slip> {
    let blocks = SLIPS.split("\n\n").filter(|block| block.starts_with('-'));
    let slips: Vec<Slip> = blocks.map(slip).collect();
    assert!(slips.len() > 70, "only {} slips were read", slips.len());
    slips
}

fn slip(text: &'static str) -> Slip {
    let marked = |mark| {
        text.lines()
            .filter_map(move |line| line.strip_prefix(mark))
            .map(str::trim)
    };
    let first = |mark| {
        marked(mark)
            .next()
            .expect("slips.txt says what stands and what is written")
    };
    let (sound, broken) = (first('-'), first('+'));
    assert!(SMALL.contains(sound), "small.json has no {sound}");
    Slip {
        text,
        json: SMALL.replacen(sound, broken, 1),
        messages: marked('>').collect(),
        schema: marked('=').any(|mark| mark == "schema"),
    }
}

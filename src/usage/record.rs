//! One request's answer: what it says about tokens, models and images.
//!
//! Knows what the API's answers hold; `shapes` knows which answer is which. Must not know any
//! rate.

use super::counts::Counts;
use super::place::Place;
use super::problem::{Problem, ProblemKind};
use super::value::{Object, Value};
use crate::rates::Tier;
use crate::rates::words::words;

/// A record longer than this (an image is in it) keeps its usage verbatim, not itself.
pub const KEPT: usize = 64 * 1024;

words! {
    /// Which answer of the API a record is.
    Kind {
        /// The counts alone.
        Usage = "usage object",
        /// An answer of the Image API.
        Images = "Image API response",
        /// The end of a streamed generation.
        Generated = "image_generation.completed",
        /// The end of a streamed edit.
        Edited = "image_edit.completed",
        /// An answer of the Responses API.
        Responses = "Responses API response",
        /// A request that failed.
        Failed = "error",
    }
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Where it begins in all that was pasted.
    pub at: Place,
    /// Which answer it is.
    pub kind: Kind,
    /// What the image model counted.
    pub image: Part,
    /// What the text model counted that called the image tool, or that analysed.
    pub driver: Part,
    /// What the text model counted that wrote an SVG, and its id.
    pub svg: Option<(String, Counts)>,
    /// The image model that it names.
    pub image_model: Option<String>,
    /// The text model that it names.
    pub driver_model: Option<String>,
    /// `size` as it came.
    pub size: Option<String>,
    /// `quality` as it came.
    pub quality: Option<String>,
    /// Images that came, where it says.
    pub images: Option<u64>,
    /// The tier, where it says.
    pub tier: Option<Tier>,
    /// The message of an error.
    pub error: Option<String>,
    /// Keys within its usage that are not known here, with their path.
    pub unknown: Vec<String>,
    /// What was pasted, character by character: the whole record up to [`KEPT`], else its usage.
    pub pasted: String,
    /// How long the record was, in bytes.
    pub length: usize,
}

/// What one model counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Part {
    /// The request did not use such a model.
    #[default]
    None,
    /// It did, and says nothing of what it counted.
    Missing,
    /// The counts.
    Counted(Counts),
}

impl Part {
    /// The counts, where there are any.
    pub fn counts(&self) -> Option<&Counts> {
        match self {
            Self::Counted(counts) => Some(counts),
            _ => None,
        }
    }

    /// Reads the usage under a key; missing where it does not stand there.
    pub(super) fn read(object: &Object, key: &str) -> Result<Self, Problem> {
        Ok(match object.object(key)? {
            Some(usage) => Self::Counted(Counts::read(&usage)?),
            None => Self::Missing,
        })
    }
}

impl Record {
    /// A record of a kind that says nothing yet.
    pub(super) fn new(value: &Value, kind: Kind) -> Self {
        Self {
            at: value.place(),
            kind,
            image: Part::None,
            driver: Part::None,
            svg: None,
            image_model: None,
            driver_model: None,
            size: None,
            quality: None,
            images: None,
            tier: None,
            error: None,
            unknown: Vec::new(),
            pasted: String::new(),
            length: value.text().len(),
        }
    }

    /// Whether any of its models counted nothing that can be billed.
    pub fn is_unbillable(&self) -> bool {
        self.image == Part::Missing || self.driver == Part::Missing
    }

    /// What is said of an answer that is an error: where it stands, what was expected, and what
    /// becomes of it.
    pub fn error_in_words(&self) -> Option<String> {
        let said = self.error.as_deref()?.trim_end_matches('.');
        let counted = match self.is_unbillable() {
            true => {
                "without usage: it counts as a request that failed, unbillable until reconciled"
            }
            false => "with usage: it counts as a request that failed, and what it used is billed",
        };
        Some(format!(
            "Line {}, column {}: expected a finished answer; this is an error, {counted}. It says \
             “{said}”. Paste the answer of the request sent again beside it.",
            self.at.line, self.at.column
        ))
    }

    /// Keeps what was pasted, and names what is strange in it.
    pub(super) fn keep(mut self, value: &Value, object: &Object) -> Result<Self, Problem> {
        self.pasted = if value.text().len() <= KEPT {
            value.text().to_owned()
        } else {
            usages(object)?
        };
        let parts = [&self.image, &self.driver];
        let counts = parts.into_iter().filter_map(Part::counts);
        let svg = self.svg.iter().map(|(_, counts)| counts);
        self.unknown = counts
            .chain(svg)
            .flat_map(|counts| counts.unknown.iter().cloned())
            .collect();
        Ok(self)
    }

    /// Reads `svg_usage`, which names its own model.
    pub(super) fn read_svg(&mut self, object: &Object) -> Result<(), Problem> {
        let Some(usage) = object.object("svg_usage")? else {
            return Ok(());
        };
        let mut counts = Counts::read(&usage)?;
        let own = ["model", "reasoning_tokens"].map(|key| usage.path_of(key));
        counts.unknown.retain(|key| !own.contains(key));
        counts.reasoning = counts.reasoning.or(usage.count("reasoning_tokens")?);
        let model = usage.string("model")?.unwrap_or_default();
        self.svg = Some((model, counts));
        Ok(())
    }
}

/// The usage objects of a record, as they are written, in an object of their own.
fn usages(object: &Object) -> Result<String, Problem> {
    let mut kept = Vec::new();
    for key in ["usage", "tool_usage", "svg_usage"] {
        if let Some(value) = object.get(key)? {
            kept.push(format!("\"{key}\": {}", value.text()));
        }
    }
    Ok(format!("{{{}}}", kept.join(", ")))
}

/// A whole number that is an image count; none where the array is missing.
pub(super) fn length_of(object: &Object, key: &str) -> Result<Option<u64>, Problem> {
    let Some(value) = object.get(key)? else {
        return Ok(None);
    };
    match value.items() {
        Some(items) => Ok(Some(items.len() as u64)),
        None => {
            let kind = ProblemKind::Kind(object.path_of(key), value.kind(), "an array in [ and ]");
            Err(value.problem(kind))
        }
    }
}

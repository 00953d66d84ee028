//! What a person asks to have priced: a scenario of stages.
//!
//! Knows the questions and their bounds (contract 1); must not know any rate, any token count or
//! how a link is written. Values are within their own domain here; whether they fit together is
//! judged by `estimate`.

use crate::date::Date;
use crate::rates::words::words;
use crate::rates::{Background, Detail, Fidelity, Format, Quality, Tier};
use crate::size::{Size, SizeChoice};
use rust_decimal::Decimal;

mod arrange;
pub mod bounds;
mod input_images;
mod own;
mod percent;

pub use input_images::InputImages;
pub use own::OwnRates;
pub use percent::Percent;

words! {
    /// What a request of a stage does.
    Task {
        /// Makes images from a prompt.
        Generate = "generate",
        /// Makes images from a prompt and input images.
        Edit = "edit",
        /// Reads images and returns text.
        Analyze = "analyze",
    }
}

words! {
    /// Which endpoint makes the image.
    Route {
        /// The Image API.
        Images = "images",
        /// The image tool of the Responses API, called by a text model.
        Responses = "responses",
    }
}

words! {
    /// What the numbers of requests mean, for the projections.
    Per {
        /// Once.
        Batch = "batch",
        /// Every day.
        Day = "day",
        /// Every month.
        Month = "month",
    }
}

/// One pass of a workflow: its own model, size, quality and number of requests.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Up to 40 characters; empty for none.
    pub label: String,
    /// Whether its images are results; the others are drafts.
    pub deliver: bool,
    /// What a request does.
    pub task: Task,
    /// Id of an image model of the rate book.
    pub model: &'static str,
    /// Which endpoint is called.
    pub route: Route,
    /// Id of the text model that calls the image tool, or that analyses.
    pub driver: Option<&'static str>,
    /// Standard or Batch API.
    pub tier: Tier,
    /// What size is asked for.
    pub size: SizeChoice,
    /// What quality is asked for.
    pub quality: Quality,
    /// Images per request, 1 to 10.
    pub n: u8,
    /// How many requests, 1 to 1,000,000,000.
    pub requests: u32,
    /// Text tokens of the prompt, 0 to 1,000,000.
    pub prompt: u32,
    /// Input images.
    pub refs: Vec<InputImages>,
    /// `input_fidelity`, on image models that take it.
    pub fidelity: Fidelity,
    /// How closely an analysis looks.
    pub detail: Detail,
    /// Whether an edit carries a mask.
    pub mask: bool,
    /// Partial images streamed, 0 to 3.
    pub partials: u8,
    /// Background of the image.
    pub background: Background,
    /// Format of the image.
    pub format: Format,
    /// Text tokens an analysis returns, 0 to 100,000.
    pub answer: u32,
    /// Driver tokens sent with each call besides the prompt, 0 to 1,000,000.
    pub context: u32,
    /// Turns of a conversation, 1 to 50.
    pub turns: u8,
    /// Percent of input tokens read from cache.
    pub cached: Percent,
    /// Percent chance that a send has to be repeated.
    pub retries: Percent,
    /// Most sends for one request, 1 to 10.
    pub tries: u8,
    /// Percent of requests refused by moderation.
    pub blocked: Percent,
    /// Percent of images accepted.
    pub accept: Percent,
    /// Rates of the person's own.
    pub own: OwnRates,
}

/// The image model of a stage that names none. A constant of link version 1.
pub const DEFAULT_MODEL: &str = "gpt-image-2.5-sunburst";

impl Default for Stage {
    /// The defaults of link version 1, which never change.
    fn default() -> Self {
        Self {
            label: String::new(),
            deliver: true,
            task: Task::Generate,
            model: DEFAULT_MODEL,
            route: Route::Images,
            driver: None,
            tier: Tier::Standard,
            size: SizeChoice::Exact(Size::new(1024, 1024)),
            quality: Quality::Medium,
            n: 1,
            requests: 1,
            prompt: 50,
            refs: Vec::new(),
            fidelity: Fidelity::Low,
            detail: Detail::Auto,
            mask: false,
            partials: 0,
            background: Background::Auto,
            format: Format::Png,
            answer: 300,
            context: 0,
            turns: 1,
            cached: Percent::ZERO,
            retries: Percent::ZERO,
            tries: 2,
            blocked: Percent::ZERO,
            accept: Percent::HUNDRED,
            own: OwnRates::default(),
        }
    }
}

impl Stage {
    /// How many input images a request carries.
    pub fn input_images(&self) -> u32 {
        InputImages::count_of(&self.refs)
    }

    /// Whether a request of it makes images.
    pub fn makes_images(&self) -> bool {
        self.task != Task::Analyze
    }
}

/// What a person asks to have priced.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// The date of a snapshot of the rate book.
    pub rates: Date,
    /// Percent on every sourced rate, -100 to 1000.
    pub markup: Percent,
    /// Whether requests are processed regionally.
    pub residency: bool,
    /// USD to spend.
    pub budget: Option<Decimal>,
    /// What the numbers of requests mean.
    pub per: Per,
    /// Channels or crops that one accepted image serves, 1 to 1000.
    pub uses: u16,
    /// 1 to 12 stages.
    pub stages: Vec<Stage>,
}

impl Scenario {
    /// One stage with every default, under the rates of a date.
    pub fn new(rates: Date) -> Self {
        Self {
            rates,
            markup: Percent::ZERO,
            residency: false,
            budget: None,
            per: Per::Batch,
            uses: 1,
            stages: vec![Stage::default()],
        }
    }

    /// What the page opens with: 1,000 requests of the default.
    pub fn example(rates: Date) -> Self {
        let mut scenario = Self::new(rates);
        scenario.stages[0].requests = 1000;
        scenario
    }

    /// Which stage delivers where none says so: the last that makes images.
    pub fn default_delivering(&self) -> Option<usize> {
        self.stages.iter().rposition(Stage::makes_images)
    }
}

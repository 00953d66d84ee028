//! When each path is enough, when it breaks down, and where it meets the API, in words.
//!
//! Knows sentences; must not know how a break-even is found.

use super::{BreakEven, PathKind};
use crate::interval::Interval;
use crate::money::grouped;
use rust_decimal::Decimal;

impl PathKind {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Personal(plan) | Self::Workspace(plan) => plan.name,
            Self::Enterprise => "ChatGPT Enterprise",
            Self::Tool => "Specialist tool",
            Self::Api => "API",
        }
    }

    /// When it is enough.
    pub fn is_enough(self) -> &'static str {
        match self {
            Self::Personal(_) => {
                "Enough while one person asks for images in a chat and looks at each of them."
            }
            Self::Workspace(_) => {
                "Enough while a team makes images by hand and wants one bill and shared rules."
            }
            Self::Enterprise => {
                "Enough where many seats are needed anyway and images are made by hand in them."
            }
            Self::Tool => {
                "Enough while its templates, editing or approvals are what you pay for and its \
                 images last the month."
            }
            Self::Api => {
                "Enough where a program asks: many images, exact sizes, the same request again \
                 and again, each one billed."
            }
        }
    }

    /// When it breaks down.
    pub fn breaks_down(self) -> &'static str {
        match self {
            Self::Personal(_) => {
                "Breaks down when a program needs the images, when size or quality must be exact, \
                 or at a limit that OpenAI does not print."
            }
            Self::Workspace(_) => {
                "Breaks down when software has to make the images, or when credits beyond the \
                 seats cost more than the API would."
            }
            Self::Enterprise => {
                "Its price is a contract; no figure is published. Ask OpenAI, and ask what images \
                 take of its credits."
            }
            Self::Tool => {
                "Breaks down beyond its included images, or when you need a model, a size or a \
                 record of costs that it does not offer."
            }
            Self::Api => {
                "Breaks down when nobody keeps the software running: for few images, engineering \
                 costs more than all of them."
            }
        }
    }
}

impl BreakEven {
    /// Where the path and the API cost the same, in a sentence.
    pub fn in_words(&self) -> String {
        let Some(up_to) = self.api_up_to else {
            return "The API costs no more, whatever the number of images.".to_owned();
        };
        let again = self.api_again_above.map_or(String::new(), |above| {
            format!(" Above {} the API costs less again.", number(above))
        });
        match up_to.high {
            0 => format!("The API costs more from the first image on.{again}"),
            _ => format!(
                "Up to {} images a month the API costs no more; above, it does.{again}",
                number(up_to)
            ),
        }
    }
}

fn number(images: Interval<u64>) -> String {
    let one = |images: u64| grouped(Decimal::from(images));
    match images.high {
        u64::MAX => format!("{} or more", one(images.low)),
        _ if images.is_point() => one(images.low),
        _ => format!("{}–{}", one(images.low), one(images.high)),
    }
}

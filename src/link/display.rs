//! How a link asks the page to be shown; no part of the scenario.

use crate::rates::words::words;

words! {
    /// The four views over one scenario.
    View {
        /// One request and its batch.
        Price = "price",
        /// Stages, volume, budget.
        Plan = "plan",
        /// What was really charged.
        Bill = "bill",
        /// The map of sizes, comparison, migration.
        Explore = "explore",
    }
}

words! {
    /// What of the view Explore a link opens at.
    Panel {
        /// The cost map.
        Map = "map",
        /// The cheapest size that will do.
        Cheapest = "cheapest",
        /// Scenarios side by side.
        Compare = "compare",
        /// Away from a model that ends.
        Migrate = "migrate",
    }
}

words! {
    /// Light or dark.
    Theme {
        /// As the system, or the host of an embed, has it.
        Auto = "auto",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

/// How the page is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Display {
    /// Which view.
    pub view: View,
    /// What of the view Explore.
    pub panel: Panel,
    /// The estimate alone, made for a frame.
    pub embed: bool,
    /// Whether an embed can be changed by its reader.
    pub controls: bool,
    /// Light or dark.
    pub theme: Theme,
}

impl Default for Display {
    fn default() -> Self {
        Self {
            view: View::Price,
            panel: Panel::Map,
            embed: false,
            controls: true,
            theme: Theme::Auto,
        }
    }
}

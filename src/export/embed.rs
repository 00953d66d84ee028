//! Code that puts an estimate into another page: the element or the bare frame of contract 3, and
//! the policy lines that such a page needs.
//!
//! Knows how a page is written; must not know how an embed looks.

use super::escape;
use super::passage::{html_link, summary};
use crate::estimate::Estimate;
use crate::link::{self, Theme};
use crate::rates::words::words;
use crate::scenario::Scenario;

words! {
    /// How an estimate is put into another page.
    EmbedForm {
        /// A custom element, made by embed.js.
        Element = "element",
        /// A frame alone, without a script.
        Frame = "iframe",
    }
}

/// How an embed is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmbedWish {
    /// The element or the bare frame.
    pub form: EmbedForm,
    /// Whether it keeps the rates of the scenario's date; otherwise those of the day it is read.
    pub pinned: bool,
    /// Light, dark, or as the page around it.
    pub theme: Theme,
    /// Whether a reader may change quality, size and count.
    pub controls: bool,
    /// Space in CSS pixels: reserved by an element, all that a bare frame has.
    pub height: u32,
}

impl EmbedWish {
    /// The code for the page. `site` is the address of Pixelbill, with a slash at its end.
    pub fn code(&self, scenario: &Scenario, estimate: &Estimate, site: &str) -> String {
        match self.form {
            EmbedForm::Element => self.element(scenario, estimate, site),
            EmbedForm::Frame => self.frame(scenario, estimate, site),
        }
    }

    /// The address of the frame.
    pub fn address(&self, scenario: &Scenario, site: &str) -> String {
        let mut parameters = vec![("embed", String::from("1"))];
        parameters.extend(self.display());
        parameters.extend(self.asked(scenario));
        format!("{site}?{}", link::join(&parameters))
    }

    /// The lines of a Content-Security-Policy that the page around the embed has to allow.
    pub fn policy(&self, site: &str) -> Vec<String> {
        let origin = origin(site);
        let frames = format!("frame-src {origin}");
        match self.form {
            EmbedForm::Element => vec![format!("script-src {origin}"), frames],
            EmbedForm::Frame => vec![frames],
        }
    }

    fn element(&self, scenario: &Scenario, estimate: &Estimate, site: &str) -> String {
        let mut attributes = if scenario.stages.len() > 1 {
            vec![("link", link::join(&self.asked(scenario)))]
        } else {
            let mut all = self.asked(scenario);
            all.retain(|(key, _)| *key != "v");
            all
        };
        attributes.extend(self.display());
        attributes.push(("height", self.height.to_string()));
        let attributes: String = attributes
            .iter()
            .map(|(name, value)| format!(" {name}=\"{}\"", escape::html(value)))
            .collect();
        let script = escape::html(&format!("{site}embed.js"));
        let fallback = html_link(scenario, estimate, site);
        format!(
            "<script async src=\"{script}\"></script>\n\
             <pixelbill-estimate{attributes}>\n  {fallback}\n</pixelbill-estimate>"
        )
    }

    fn frame(&self, scenario: &Scenario, estimate: &Estimate, site: &str) -> String {
        let address = escape::html(&self.address(scenario, site));
        let title = escape::html(&summary(scenario, estimate));
        let height = self.height;
        format!(
            "<iframe src=\"{address}\"\n  title=\"{title}\" loading=\"lazy\"\n  \
             style=\"border:0;width:100%;height:{height}px\"></iframe>"
        )
    }

    /// What differs from an embed's defaults.
    fn display(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if self.theme != Theme::Auto {
            pairs.push(("theme", self.theme.to_string()));
        }
        if !self.controls {
            pairs.push(("controls", String::from("0")));
        }
        pairs
    }

    fn asked(&self, scenario: &Scenario) -> Vec<(&'static str, String)> {
        let mut pairs = link::pairs(scenario);
        pairs.retain(|(key, _)| self.pinned || *key != "rates");
        pairs
    }
}

/// Scheme, host and port of an address.
pub fn origin(site: &str) -> &str {
    let start = site.find("://").map_or(0, |at| at + 3);
    let end = site[start..].find('/').map_or(site.len(), |at| start + at);
    &site[..end]
}

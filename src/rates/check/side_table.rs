//! Checks what stands beside the snapshots: plans, and billing rules of contracts.
//!
//! Knows what makes each sound by itself; must not know any model.

use super::Checker;
use super::named::Names;
use super::report::{Place, leak_list, leak_str};
use crate::rates::file::{self, File};
use crate::rates::{BillingRule, Plan, SideTable};
use rust_decimal::Decimal;

impl Checker {
    pub(super) fn side_table(&self, file: &File) -> SideTable {
        let place = Place::top("plans");
        let mut plans: Vec<Plan> = Vec::new();
        for (i, piece) in file.plans.iter().enumerate() {
            let here = place.at(i);
            let plan = self.report.piece(&here, piece);
            let Some(plan) = plan.and_then(|plan| self.plan(&here, plan)) else {
                continue;
            };
            if let Some(first) = plans.iter().position(|known| known.id == plan.id) {
                self.report
                    .repeated(&here.key("id"), plan.id, &place.at(first));
            }
            plans.push(plan);
        }
        let rules = Names::check(
            &self.report,
            "billing rule",
            Place::top("billing"),
            &file.billing,
            |place, name, rule| self.billing_rule(place, name, rule),
        );
        SideTable {
            plans: leak_list(plans),
            billing: leak_list(rules.into_values()),
        }
    }

    fn plan(&self, place: &Place, plan: &file::Plan) -> Option<Plan> {
        let report = &self.report;
        let price = |key: &str, given: &Option<file::Written>| match given {
            Some(given) => report.decimal(&place.key(key), given).map(Some),
            None => Some(None::<Decimal>),
        };
        let id = report.text(&place.key("id"), &plan.id);
        let name = report.text(&place.key("name"), &plan.name);
        let images = report.text(&place.key("images"), &plan.images);
        let monthly = price("usd_per_month", &plan.usd_per_month);
        let yearly = price("usd_per_month_yearly", &plan.usd_per_month_yearly);
        let least_seats = report.above_zero(&place.key("least_seats"), plan.least_seats);
        let basis = report.word(&place.key("basis"), &plan.basis);
        let source = self.source(place, &plan.source, &plan.checked);
        Some(Plan {
            id: id?,
            name: name?,
            usd_per_month: monthly?,
            usd_per_month_yearly: yearly?,
            least_seats: least_seats?,
            workspace: plan.workspace,
            images: images?,
            credits_per_image: plan.credits_per_image,
            basis: basis?,
            source: source?,
        })
    }

    fn billing_rule(
        &self,
        place: &Place,
        name: &'static str,
        rule: &file::BillingRule,
    ) -> Option<BillingRule> {
        let report = &self.report;
        let decimal = |key: &str, given| report.decimal(&place.key(key), given);
        let input = decimal("usd_per_input_token", &rule.usd_per_input_token);
        let output = decimal("usd_per_output_token", &rule.usd_per_output_token);
        let decimals = report.within(&place.key("decimals"), rule.decimals, (0, 12));
        let note = report.text(&place.key("note"), &rule.note);
        let checked = report.date(&place.key("checked"), &rule.checked);
        Some(BillingRule {
            name: leak_str(name),
            usd_per_input_token: input?,
            usd_per_output_token: output?,
            decimals: decimals?,
            note: note?,
            checked: checked?,
        })
    }
}

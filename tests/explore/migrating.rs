//! From a model that ends to its successors.

use crate::common::{book, image_model, scenario, span};
use pixelbill::date::Date;
use pixelbill::effort::{at_least, effort, nearest};
use pixelbill::migration::{Migration, ending, migration, size_change};
use pixelbill::rates::Quality;
use pixelbill::ways::with;

const TODAY: Date = Date::known(2026, 11, 21);

fn of(link: &str) -> Migration {
    migration(book(), &scenario(link), 0, TODAY).expect(link)
}

#[test]
fn quality_is_mapped_by_effort_as_well_as_by_name() {
    let (two, five) = (
        image_model("gpt-image-2"),
        image_model("gpt-image-2.5-sunburst"),
    );
    let onto = |quality| nearest(five, effort(two, quality).expect("counted"));
    // The factors say so: 16 is 16, 48 is high's, 96 is max's.
    assert_eq!(onto(Quality::Low), Some(Quality::Low));
    assert_eq!(onto(Quality::Medium), Some(Quality::High));
    assert_eq!(onto(Quality::High), Some(Quality::Max));
    assert_eq!(at_least(two, 439), Some(Quality::Medium));
    assert_eq!(at_least(two, 7025), None);
    assert_eq!(effort(two, Quality::Max), None);
    assert_eq!(effort(image_model("dall-e-3"), Quality::High), None);
}

#[test]
fn a_model_that_ends_on_its_successors() {
    let found = of("model=gpt-image-1.5&quality=high&requests=1000");
    assert_eq!(found.ends, Some(Date::known(2026, 12, 1)));
    assert_eq!(found.days_left, Some(10));
    let ids: Vec<Vec<&str>> = found
        .successors
        .iter()
        .map(|successor| successor.models.iter().map(|model| model.id).collect())
        .collect();
    assert_eq!(
        ids,
        [
            vec!["gpt-image-2.6-sunburst", "gpt-image-2.6-flare"],
            vec!["gpt-image-2.5-sunburst", "gpt-image-2.5-flare"],
            vec!["gpt-image-2"],
        ]
    );
    let five = &found.successors[1];
    let (effort, name) = (
        five.by_effort.as_ref().expect("tokens"),
        five.by_name.as_ref().expect("high"),
    );
    // 4,160 tokens of 1.5 at high: 3,122 of xhigh are a third less, 7,024 of max are 69 % more.
    assert_eq!(
        (effort.quality, effort.effort),
        (Quality::Xhigh, Some((3122, 4160)))
    );
    // 3,122 x $30 + 56 x $5 a million = $0.09394 an image
    assert_eq!(effort.after.map(span).as_deref(), Some("93.94"));
    // 1,756 x $30 + 56 x $5 a million = $0.05296 an image
    assert_eq!(
        (name.quality, name.after.map(span)),
        (Quality::High, Some("52.96".into()))
    );
    let changes: Vec<(&str, &str)> = name
        .fix
        .0
        .iter()
        .map(|change| (change.key, change.value.as_str()))
        .collect();
    assert_eq!(
        changes,
        [("model", "gpt-image-2.5-sunburst"), ("quality", "high")]
    );
    assert!(five.refused.is_empty());
}

#[test]
fn an_ended_model_names_its_replacement_first() {
    let found = of("model=gpt-image-1&quality=high&fidelity=high&task=edit&refs=1024x1024");
    assert_eq!(found.days_left, Some(-29));
    assert_eq!(found.successors[0].models[0].id, "gpt-image-2.5-sunburst");
    for successor in &found.successors {
        // The later models take no input_fidelity: it is left out, and the rest is priced.
        assert_eq!(successor.refused.len(), 1);
        assert_eq!(successor.refused[0].field, "fidelity");
        let mapped = successor.by_effort.as_ref().expect("tokens");
        assert!(mapped.after.is_some());
        let changed = with(
            book(),
            &scenario("model=gpt-image-1&quality=high&fidelity=high&task=edit&refs=1024x1024"),
            0,
            &mapped.fix,
        );
        let total = pixelbill::estimate::estimate(book(), &changed.expect("taken"))
            .totals
            .map(|totals| totals.total);
        assert_eq!(total, mapped.after);
    }
}

#[test]
fn sizes_that_no_longer_or_newly_exist() {
    let change = |from, to| size_change(image_model(from), image_model(to));
    let to_flexible = change("gpt-image-1.5", "gpt-image-2");
    // All three of the old sizes are among the 29,146.
    assert_eq!((to_flexible.lost, to_flexible.gained), (0, 29_143));
    assert_eq!(
        to_flexible.words(image_model("gpt-image-2")),
        "Every size is still taken. 29,143 more are: any multiple of 16 up to 3840 pixels an edge and 3:1."
    );
    let small = change("dall-e-2", "gpt-image-2");
    assert_eq!((small.lost, small.gained), (2, 29_145));
    assert!(
        small
            .words(image_model("gpt-image-2"))
            .starts_with("256x256, 512x512 are no longer taken.")
    );
    let back = change("gpt-image-2", "gpt-image-1.5");
    assert_eq!(
        (back.lost, back.no_longer.len(), back.gained),
        (29_143, 12, 0)
    );
}

#[test]
fn a_flat_price_is_mapped_by_name_alone() {
    let found = of("model=dall-e-3&quality=high&size=1792x1024");
    for successor in &found.successors {
        assert_eq!(successor.by_effort, None);
        assert!(
            successor
                .by_name
                .as_ref()
                .is_some_and(|mapped| mapped.after.is_some())
        );
    }
    let small = of("model=dall-e-2&quality=medium&size=256x256");
    let refused = &small.successors[0].refused;
    assert!(
        refused
            .iter()
            .any(|refusal| refusal.field == "size" && refusal.fix.is_some()),
        "{refused:?}"
    );
    assert!(
        small.successors[0]
            .by_name
            .as_ref()
            .is_some_and(|mapped| mapped.after.is_some())
    );
}

#[test]
fn what_lasts_has_no_migration_and_is_all_that_is_offered() {
    for model in book().newest().image_models {
        let link = format!("model={}&quality=medium", model.id);
        let lasts = model.lifecycle.shutdown.is_none() && model.lifecycle.deprecated.is_none();
        let found = migration(book(), &scenario(&link), 0, TODAY);
        assert_eq!(found.is_none(), lasts, "{link}");
        for successor in found.iter().flat_map(|found| &found.successors) {
            assert!(
                successor
                    .models
                    .iter()
                    .all(|model| model.lifecycle.shutdown.is_none())
            );
        }
    }
    let ids: Vec<&str> = ending(book().newest())
        .iter()
        .map(|model| model.id)
        .collect();
    assert_eq!(
        ids,
        [
            "gpt-image-1.5",
            "chatgpt-image-latest",
            "gpt-image-1-mini",
            "gpt-image-1",
            "dall-e-3",
            "dall-e-2"
        ]
    );
}

#[test]
fn a_way_out_never_leaves_the_successor() {
    // 2.6 has no rates on the Batch API: the tier goes, not the model.
    for link in [
        "model=gpt-image-1.5&tier=batch&quality=high&requests=1000",
        "model=gpt-image-1-mini&tier=batch&size=1536x1024",
    ] {
        let found = of(link);
        assert!(found.successors.len() > 1, "{link}");
        for successor in &found.successors {
            let fixes = successor.refused.iter().filter_map(|one| one.fix.as_ref());
            for change in fixes.flat_map(|fix| &fix.0) {
                assert!(
                    !["model", "rates"].contains(&change.key),
                    "{link}: {change:?}"
                );
            }
        }
        let six = found
            .successors
            .iter()
            .find(|one| one.models[0].id.contains("2.6"));
        let six = six.expect("2.6 is a successor");
        assert!(six.refused.iter().any(|one| one.field == "tier"), "{link}");
    }
}

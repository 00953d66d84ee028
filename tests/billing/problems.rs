//! Every problem with its code, the key at fault and its ways out; each way out removes it.

use crate::common::{book, estimated, problems, scenario};
use pixelbill::estimate::{Fix, estimate};
use pixelbill::link;

fn words(fix: &Fix) -> String {
    let changes = fix
        .0
        .iter()
        .map(|change| format!("{}={}", change.key, change.value));
    changes.collect::<Vec<_>>().join("&")
}

/// Link, code, field, and the fixes as links write them.
const PROBLEMS: &[(&str, &str, &str, &[&str])] = &[
    // Models and routes
    (
        "rates=2026-06-11&model=gpt-image-2.5-flare",
        "model.unknown",
        "model",
        &["rates=2026-09-08"],
    ),
    (
        "rates=2026-10-14&model=gpt-image-2.6-flare",
        "model.unknown",
        "model",
        &["rates=2026-11-04"],
    ),
    (
        "rates=2026-05-06&model=gpt-image-1-mini",
        "model.unknown",
        "model",
        &["rates=2026-06-11"],
    ),
    (
        "route=responses&model=gpt-image-2",
        "driver.missing",
        "driver",
        &["driver=gpt-6.2-astra"],
    ),
    (
        "task=analyze&refs=512x512",
        "driver.missing",
        "driver",
        &["driver=gpt-6.2-astra"],
    ),
    (
        "rates=2026-09-08&task=analyze&refs=512x512",
        "driver.missing",
        "driver",
        &["driver=gpt-6.2-astra&rates=2026-11-20"],
    ),
    (
        "rates=2026-10-14&task=analyze&refs=512x512&driver=gpt-5",
        "driver.unknown",
        "driver",
        &["rates=2026-11-20", "driver=gpt-6.2-astra&rates=2026-11-20"],
    ),
    (
        "route=responses&driver=gpt-5.5&model=dall-e-3",
        "route.unsupported",
        "route",
        &["route=images"],
    ),
    // Tiers and regions
    (
        "model=gpt-image-2.6-sunburst&tier=batch",
        "tier.unsupported",
        "tier",
        &["model=gpt-image-2.5-sunburst", "tier=standard"],
    ),
    (
        "model=dall-e-2&tier=batch",
        "tier.unsupported",
        "tier",
        &["model=gpt-image-2.5-flare", "tier=standard"],
    ),
    (
        "rates=2026-05-06&model=gpt-image-2&residency=1",
        "residency.no_rate",
        "residency",
        &["rates=2026-09-08", "residency=0"],
    ),
    // Sizes and qualities
    (
        "model=gpt-image-2&size=1024x1000",
        "size.step",
        "size",
        &["size=1024x992", "size=1024x1008", "size=1008x992"],
    ),
    (
        "model=gpt-image-2&size=3856x1600",
        "size.edge",
        "size",
        &["size=3840x1600", "size=3840x1616"],
    ),
    (
        "model=gpt-image-2&size=3072x1008",
        "size.ratio",
        "size",
        &["size=3024x1008", "size=3072x1024", "size=3056x1024"],
    ),
    (
        "model=gpt-image-2&size=800x800",
        "size.too_few_pixels",
        "size",
        &["size=800x832", "size=816x816"],
    ),
    (
        "model=gpt-image-2&size=3840x2176",
        "size.too_many_pixels",
        "size",
        &["size=3840x2160", "size=3824x2160"],
    ),
    (
        "model=gpt-image-1.5&size=1536x864",
        "size.not_listed",
        "size",
        &["size=1536x1024", "size=1024x1024", "size=1024x1536"],
    ),
    (
        "model=dall-e-3&size=auto",
        "size.no_auto",
        "size",
        &["size=1024x1024", "size=1792x1024", "size=1024x1792"],
    ),
    (
        "model=gpt-image-2&quality=xhigh",
        "quality.unsupported",
        "quality",
        &["quality=high"],
    ),
    (
        "model=gpt-image-1-mini&quality=max",
        "quality.unsupported",
        "quality",
        &["quality=high"],
    ),
    (
        "model=dall-e-2&quality=low&size=512x512",
        "quality.unsupported",
        "quality",
        &["quality=medium"],
    ),
    // Input images
    (
        "model=gpt-image-2&refs=512x512*3",
        "refs.on_generate",
        "refs",
        &["task=edit"],
    ),
    (
        "model=dall-e-3&refs=512x512",
        "refs.on_generate",
        "refs",
        &["refs="],
    ),
    (
        "model=gpt-image-2&task=edit",
        "refs.missing",
        "refs",
        &["refs=1024x1024"],
    ),
    (
        "task=analyze&driver=gpt-5",
        "refs.missing",
        "refs",
        &["refs=1024x1024"],
    ),
    (
        "model=gpt-image-2&task=edit&refs=512x512*10,256x256*10",
        "refs.too_many",
        "refs",
        &["refs=512x512*10,256x256*6"],
    ),
    (
        "task=analyze&driver=gpt-6-astra&refs=6000x6000",
        "refs.too_many_patches",
        "refs",
        &["detail=high", "refs=4500x4500"],
    ),
    (
        "route=responses&driver=gpt-6-astra&task=edit&refs=6000x6000",
        "refs.too_many_patches",
        "refs",
        &["refs=4500x4500"],
    ),
    (
        "model=dall-e-2&task=edit&refs=512x512",
        "task.unsupported",
        "task",
        &["task=generate&refs=&mask=0"],
    ),
    // What a model refuses
    (
        "model=gpt-image-2&task=edit&refs=512x512&fidelity=high",
        "fidelity.unsupported",
        "fidelity",
        &["fidelity=low"],
    ),
    (
        "model=gpt-image-1-mini&task=edit&refs=512x512&fidelity=high",
        "fidelity.unsupported",
        "fidelity",
        &["fidelity=low"],
    ),
    (
        "model=gpt-image-2&mask=1",
        "mask.unsupported",
        "mask",
        &["mask=0"],
    ),
    (
        "rates=2026-06-11&model=gpt-image-2&background=transparent",
        "background.unsupported",
        "background",
        &["background=auto"],
    ),
    (
        "model=gpt-image-2&background=transparent&format=jpeg",
        "background.format",
        "background",
        &["format=png", "format=webp"],
    ),
    (
        "model=gpt-image-2&format=gif",
        "format.unsupported",
        "format",
        &["format=png"],
    ),
    (
        "model=gpt-image-2.6-flare&format=gif",
        "format.unpriced",
        "format",
        &["format=png"],
    ),
    (
        "model=gpt-image-2.6-flare&format=svg",
        "format.unpriced",
        "format",
        &["format=png"],
    ),
    (
        "task=analyze&driver=gpt-5.2&refs=512x512&detail=original",
        "detail.unsupported",
        "detail",
        &["detail=auto"],
    ),
    (
        "model=gpt-image-2&prompt=32001",
        "prompt.too_long",
        "prompt",
        &["prompt=32000"],
    ),
    // Several images, partial images, cached input
    (
        "model=dall-e-3&n=3&requests=7",
        "n.unsupported",
        "n",
        &["n=1&requests=21", "n=1"],
    ),
    (
        "route=responses&driver=gpt-5.5&n=4&requests=10",
        "n.responses_route",
        "n",
        &["n=1&requests=40", "n=1"],
    ),
    (
        "route=responses&driver=gpt-5.5&n=4&requests=1000000000",
        "n.responses_route",
        "n",
        &["n=1"],
    ),
    (
        "model=gpt-image-2&tier=batch&partials=2",
        "partials.batch_tier",
        "partials",
        &["partials=0", "tier=standard"],
    ),
    (
        "model=dall-e-3&partials=1",
        "partials.unsupported",
        "partials",
        &["partials=0"],
    ),
    (
        "model=gpt-image-2&cached=10",
        "cached.images_route",
        "cached",
        &["cached=0"],
    ),
    // Rates of one's own
    (
        "own.plan=20",
        "own.credits_incomplete",
        "own.credits",
        &["own.plan="],
    ),
    (
        "own.plan=20&own.credits=9&own.credits_2k=1",
        "own.credits_incomplete",
        "own.credits_1k",
        &["own.plan=&own.credits=&own.credits_2k="],
    ),
    (
        "own.plan=20&own.credits=0&own.credits_1k=1",
        "own.credits_zero",
        "own.credits",
        &["own.plan=&own.credits=&own.credits_1k="],
    ),
    (
        "own.image=1&own.plan=20",
        "own.image_and_credits",
        "own.image",
        &["own.plan=", "own.image="],
    ),
    (
        "task=analyze&driver=gpt-5&refs=1x1&own.image=1",
        "own.analysis",
        "own.image",
        &["own.image="],
    ),
    (
        "requests=1000000000&retries=100&tries=10&n=10&own.image=1000000000",
        "requests.total_too_large",
        "requests",
        &["requests=10000000", "own.image="],
    ),
];

#[test]
fn every_problem_has_its_ways_out() {
    for (link, code, field, fixes) in PROBLEMS {
        let estimate = estimated(link);
        let problem = &estimate.problems[0];
        assert_eq!((problem.code(), problem.field), (*code, *field), "{link}");
        let found: Vec<String> = problem.fixes.iter().map(words).collect();
        assert_eq!(found, *fixes, "{link}");
        assert!(
            !problem.message().is_empty() && problem.message().ends_with('.'),
            "{link}"
        );
        assert_eq!(
            (estimate.totals, estimate.stages[0].totals),
            (None, None),
            "{link}"
        );
        assert!(estimate.stages[0].line_items.is_empty(), "{link}");
    }
}

/// Each of these has one problem; after any of its fixes it has none.
#[test]
fn any_way_out_removes_the_problem() {
    for (link, code, _, fixes) in PROBLEMS {
        let estimated = estimated(link);
        for (fix, text) in estimated.problems[0].fixes.iter().zip(*fixes) {
            let mut mended = scenario(link);
            for change in &fix.0 {
                link::change(book(), &mut mended, 0, change.key, &change.value)
                    .unwrap_or_else(|refused| panic!("{link} with {text}: {refused}"));
            }
            let left = problems(&estimate(book(), &mended));
            assert!(!left.contains(code), "{link} with {text}: {left:?}");
        }
    }
}

/// All problems are reported, not the first.
#[test]
fn all_at_once() {
    let link = "model=gpt-image-2&size=1000x500&quality=max&n=2&partials=2&tier=batch&prompt=99999&cached=5\
         &mask=1&format=svg&fidelity=high&refs=1x1";
    assert_eq!(
        problems(&estimated(link)),
        [
            "size.step",
            "size.too_few_pixels",
            "quality.unsupported",
            "format.unsupported",
            "partials.batch_tier",
            "prompt.too_long",
            "cached.images_route",
            "refs.on_generate",
            "fidelity.unsupported",
            "mask.unsupported",
        ]
    );
    // A model that the snapshot lacks does not hide that the driver is missing.
    let link = "rates=2026-06-11&route=responses&model=gpt-image-2.5-flare";
    assert_eq!(
        problems(&estimated(link)),
        ["model.unknown", "driver.missing"]
    );
    // Both models may lack a tier: each is told.
    let link = "route=responses&driver=gpt-5.5&model=gpt-image-2.6-flare&tier=batch";
    assert_eq!(problems(&estimated(link)), ["tier.unsupported"]);
}

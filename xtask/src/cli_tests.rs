//! What the command line accepts, and how it refuses.

use super::*;

fn read(line: &str) -> Result<Task, CliError> {
    let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
    parse(&words)
}

fn refusal(line: &str) -> String {
    read(line)
        .expect_err("these words make no task")
        .to_string()
}

#[test]
fn each_command_has_its_defaults() {
    let base = "/".to_owned();
    assert_eq!(read("serve"), Ok(Task::Serve { port: 8080, base }));
    assert_eq!(read("dev"), Ok(Task::Dev { port: 8080 }));
    let (check_size, single_file) = (false, false);
    assert_eq!(
        read("build"),
        Ok(Task::Build {
            check_size,
            single_file
        })
    );
    assert_eq!(read("test"), Ok(Task::Test { filter: None }));
    assert_eq!(read("bench"), Ok(Task::Bench { write: false }));
    assert_eq!(read(""), Ok(Task::Help));
}

#[test]
fn flags_take_both_spellings() {
    let base = "/a/b/".to_owned();
    let both = Ok(Task::Serve { port: 9000, base });
    assert_eq!(read("serve --port 9000 --base a/b"), both);
    assert_eq!(read("serve --base=/a/b/ --port=9000"), both);
    let (check_size, single_file) = (true, true);
    assert_eq!(
        read("build --single-file --check-size"),
        Ok(Task::Build {
            check_size,
            single_file
        })
    );
    let filter = Some("slider".to_owned());
    assert_eq!(read("test slider"), Ok(Task::Test { filter }));
}

#[test]
fn a_slip_is_named_with_its_neighbour() {
    assert!(refusal("sevre").contains("did you mean `serve`?"));
    assert!(refusal("build --chek-size").contains("did you mean `--check-size`?"));
    assert!(refusal("bench --quickly").ends_with("means nothing to this command"));
}

#[test]
fn a_bad_value_is_named_with_its_bound() {
    assert!(refusal("serve --port 70000").contains("from 1 to 65535"));
    assert!(refusal("serve --port 0").contains("from 1 to 65535"));
    assert!(refusal("serve --port").contains("needs a value"));
    assert!(refusal("serve --base /../").contains("/some/sub/path/"));
}

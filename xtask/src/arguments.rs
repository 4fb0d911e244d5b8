//! The command line as data. Must not run anything.

use std::ffi::OsString;
use std::path::PathBuf;

use pico_args::Arguments;

use crate::failure::{Failure, Outcome};

/// One line a command, in the order a newcomer needs them.
pub const HELP: &str = "\
cargo xtask COMMAND

  serve [--port 8080] [--base /] build the page and serve it as it would be published
  serve --dev [--port 8080]      rebuild and reload at every change, without optimising
  test                           everything that has to pass before a change goes in
  test --fast                    the same without a browser: format, lints, native tests
  test --only NAME               one step of it, by the name in its summary
  dist [--base /] [--site URL] [--out dist]
                                 build the page to publish; --base fixes it to one path, --site tells chats
                                 and search engines its whole address
  size                           bytes a reader downloads, beside the budget
  peers                          compare with PySD, SciPy, statsmodels, numpy and Squiggle; needs Python and Node
  bench                          time the engine natively and the page in a browser
  lighthouse                     look at the page in dist, behind nginx, as Lighthouse does; needs Node
  setup                          install what the others need (they do it themselves)
  help                           this list
";

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Help,
    Setup,
    Serve(ServeOptions),
    Dist(DistOptions),
    Size,
    Test(TestOptions),
    Peers,
    Bench,
    Lighthouse,
}

/// Options of `serve`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServeOptions {
    /// The first port to try.
    pub port: u16,
    /// Leave building and serving to `trunk serve`.
    pub dev: bool,
    /// The path the page is served under, with a slash at both ends.
    pub base: String,
}

/// Options of `dist`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DistOptions {
    /// The one path the page will live under; without it the page works under any.
    pub base: Option<String>,
    /// The whole address that the page will have, with a slash at its end; without it none is told to chats and search engines.
    pub site: Option<String>,
    /// Where the page goes; `dist` in the repository without it.
    pub out: Option<PathBuf>,
}

/// Options of `test`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TestOptions {
    /// Leave out whatever needs a browser or the built page.
    pub fast: bool,
    /// Run the step of this name and set-up, nothing else.
    pub only: Option<String>,
}

/// Reads the words after `cargo xtask`.
pub fn read(words: Vec<OsString>) -> Outcome<Command> {
    let mut words = Arguments::from_vec(words);
    let asks_for_help = words.contains(["-h", "--help"]);
    let command = words.subcommand().map_err(|error| bad(&error))?;
    let command = match command.as_deref() {
        _ if asks_for_help => return Ok(Command::Help),
        None | Some("help") => Command::Help,
        Some("setup") => Command::Setup,
        Some("serve") => Command::Serve(ServeOptions {
            port: words
                .opt_value_from_str("--port")
                .map_err(|error| bad(&error))?
                .unwrap_or(8080),
            dev: words.contains("--dev"),
            base: base(&mut words)?.unwrap_or_else(|| "/".to_owned()),
        }),
        Some("dist") => Command::Dist(DistOptions {
            base: base(&mut words)?,
            site: site(&mut words)?,
            out: words
                .opt_value_from_os_str("--out", |text| Ok::<_, std::convert::Infallible>(PathBuf::from(text)))
                .map_err(|error| bad(&error))?,
        }),
        Some("size") => Command::Size,
        Some("test") => Command::Test(TestOptions {
            fast: words.contains("--fast"),
            only: words.opt_value_from_str("--only").map_err(|error| bad(&error))?,
        }),
        Some("peers") => Command::Peers,
        Some("bench") => Command::Bench,
        Some("lighthouse") => Command::Lighthouse,
        Some(other) => return Err(Failure::new(format!("there is no command `{other}`")).cure(HELP.trim_end())),
    };
    let rest = words.finish();
    match rest.first() {
        None => Ok(command),
        Some(word) => {
            Err(Failure::new(format!("`{}` is not understood here", word.to_string_lossy())).cure(HELP.trim_end()))
        }
    }
}

fn base(words: &mut Arguments) -> Outcome<Option<String>> {
    let base: Option<String> = words.opt_value_from_str("--base").map_err(|error| bad(&error))?;
    match base {
        Some(base) if !base.starts_with('/') || !base.ends_with('/') => Err(Failure::new(format!(
            "--base is `{base}`: it is a path with a slash at both ends"
        ))
        .cure("For example: --base /kich-ban/")),
        base => Ok(base),
    }
}

fn site(words: &mut Arguments) -> Outcome<Option<String>> {
    let site: Option<String> = words.opt_value_from_str("--site").map_err(|error| bad(&error))?;
    // It is written into markup.
    let is_plain = |site: &str| {
        site.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-._~:/%@".contains(&byte))
    };
    match site {
        Some(site) if !site.starts_with("https://") || !site.ends_with('/') || !is_plain(&site) => Err(Failure::new(
            format!("--site is `{site}`: it is an address that begins with https:// and ends with a slash"),
        )
        .cure("For example: --site https://example.org/kich-ban/")),
        site => Ok(site),
    }
}

fn bad(error: &pico_args::Error) -> Failure {
    Failure::new(error.to_string()).cure(HELP.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Outcome<Command> {
        read(line.split_whitespace().map(OsString::from).collect())
    }

    #[test]
    fn nothing_is_a_call_for_help() {
        assert_eq!(words(""), Ok(Command::Help));
        assert_eq!(words("serve --help"), Ok(Command::Help));
    }

    #[test]
    fn options_are_read_in_any_order() {
        let options = ServeOptions {
            port: 9000,
            dev: true,
            base: "/".to_owned(),
        };
        assert_eq!(words("serve --dev --port 9000"), Ok(Command::Serve(options.clone())));
        assert_eq!(words("serve --port 9000 --dev"), Ok(Command::Serve(options)));
    }

    #[test]
    fn what_is_not_known_is_refused() {
        assert!(words("srve").is_err_and(|failure| failure.problem.contains("srve")));
        assert!(words("test --quick").is_err_and(|failure| failure.problem.contains("--quick")));
        assert!(words("serve --port many").is_err());
        for site in ["example.org/", "https://example.org", "https://example.org/\"/"] {
            assert!(words(&format!("dist --site {site}")).is_err_and(|failure| failure.problem.contains(site)));
        }
        assert!(words("dist --site https://example.org/kich-ban/").is_ok());
        assert!(words("dist --base kich-ban").is_err_and(|failure| failure.cure.contains("/kich-ban/")));
    }
}

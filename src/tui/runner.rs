//! The loop that carries events to the reader and its effects to the world.
//!
//! The thread of the terminal waits in one place, for the next key. Work runs in threads of its own; whoever has news
//! sends it and wakes the terminal's thread by the signal that tells of a new size, so that nothing ever polls and an
//! idle reader takes no time at all. A frame is drawn only when something changed.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::{event as input, execute};
use ratatui::layout::{Position, Rect};

use super::app::App;
use super::editor;
use super::effect::{Effect, News, extract_to, find, line_of, write_file};
use super::event::Event;
use super::keeper::Keeper;
use super::options::Later;
use super::survey::{Extent, Question, Source, Survey};
use super::terminal::{self, Guard, Screen};
use super::watch::Watcher;
use crate::extract::lexicon::Sources;
use crate::extract::{Lexicon, catalogue};
use crate::import::{Options, open};

/// How long to look whether an event waits. With no time at all the terminal's source of events does not look.
const AT_ONCE: Duration = Duration::from_micros(100);

/// After how long a search across briefings tells what it has found so far, at first and from then on.
const FIRST_ANSWER: Duration = Duration::from_millis(30);
const NEXT_ANSWER: Duration = Duration::from_millis(120);

/// Carries out effects and reports what came of them.
pub struct Runner {
    screen: Screen,
    news: Receiver<News>,
    teller: Teller,
    lexicon: Arc<OnceLock<Lexicon>>,
    sources: Arc<Sources>,
    /// The latest search; older ones stop when they see a newer.
    searched: Arc<AtomicU64>,
    /// Whether the reader knows what the rules go by.
    rules_told: Arc<AtomicBool>,
    survey: Arc<Survey>,
    /// The latest search across briefings, and the latest gathering of what it looks through.
    asked: Arc<AtomicU64>,
    gathering: Arc<AtomicU64>,
    keeper: Keeper,
    watcher: Option<Watcher>,
    done: bool,
    /// Whether the screen has to be drawn anew from nothing.
    stale: bool,
    _guard: Guard,
}

/// Sends news and wakes the terminal's thread for it.
#[derive(Clone)]
struct Teller(Sender<News>);

impl Teller {
    fn tell(&self, news: News) {
        // The reader may be gone already; then nobody wants the news.
        if self.0.send(news).is_ok() {
            wake();
        }
    }
}

#[cfg(unix)]
fn wake() {
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGWINCH);
}

#[cfg(not(unix))]
fn wake() {}

impl Runner {
    /// Takes the terminal. `sources` are the reader's own lexicon files.
    pub fn new(mouse: bool, sources: Sources, keeper: Keeper) -> anyhow::Result<Self> {
        let guard = Guard::take(mouse).context("the terminal cannot be used; try: attache FILE | cat")?;
        let screen = guard.screen()?;
        let (sender, news) = channel();
        let teller = Teller(sender);
        attend_signals(&teller)?;
        Ok(Self {
            screen,
            news,
            teller,
            lexicon: Arc::default(),
            sources: Arc::new(sources),
            searched: Arc::default(),
            rules_told: Arc::default(),
            survey: Arc::default(),
            asked: Arc::default(),
            gathering: Arc::default(),
            keeper,
            watcher: None,
            done: false,
            stale: false,
            _guard: guard,
        })
    }

    /// Has the reader told when one of `files`, or a file in one of `folders`, changes.
    pub fn watching(mut self, files: &[PathBuf], folders: &[PathBuf]) -> Self {
        let teller = self.teller.clone();
        self.watcher = Watcher::new(files, folders, move |path| teller.tell(News::Touched(path)));
        self
    }

    /// Runs `app` until it asks to leave.
    pub fn run(mut self, app: &mut App, later: Option<Later>) -> anyhow::Result<()> {
        let size = self.screen.size()?;
        app.resize(size.width, size.height);
        self.draw(app)?;
        if app.asks_for_ground() {
            // Before anything else listens to the terminal, which would take its answer for keys.
            app.take_ground(terminal::theme_of_ground());
        }
        // What wakes this thread is heard only once it has listened for the first time.
        input::poll(AT_ONCE)?;
        let effects = app.start();
        self.carry_out(app, effects)?;
        if let Some(later) = later {
            self.in_background(move |_, teller| {
                later(&mut |documents, faults| teller.tell(News::More { documents, faults }));
            });
        }
        while !self.done {
            let quiet = self.hear(app)?;
            if app.take_changed() || self.stale {
                self.draw(app)?;
            }
            if self.done || !quiet {
                continue;
            }
            #[cfg(not(unix))]
            if app.is_waiting() && !input::poll(Duration::from_millis(20))? {
                continue;
            }
            self.take_event(app)?;
        }
        Ok(())
    }

    /// Gives `app` all news, and all keys that are waiting, so that a burst of them is drawn once. Whether nothing more
    /// waits.
    ///
    /// A wake-up comes as an event, after the news that it tells of. So news are looked for again after each event: an
    /// event that was taken may have been the wake-up of news that came a moment ago, and nobody wakes us twice.
    fn hear(&mut self, app: &mut App) -> anyhow::Result<bool> {
        for _ in 0..64 {
            while let Ok(news) = self.news.try_recv() {
                self.stale |= matches!(news, News::Returned);
                if let (News::More { documents, .. }, Some(watcher)) = (&news, &mut self.watcher) {
                    documents.iter().filter_map(|d| d.path.as_deref()).for_each(|path| watcher.add(path));
                }
                let effects = app.on(Event::News(news));
                self.carry_out(app, effects)?;
            }
            if self.done || !input::poll(AT_ONCE)? {
                return Ok(true);
            }
            self.take_event(app)?;
        }
        Ok(false)
    }

    /// Waits for the next event and gives it to `app`.
    fn take_event(&mut self, app: &mut App) -> anyhow::Result<()> {
        if let Some(event) = Event::from_terminal(input::read()?) {
            let effects = app.on(event);
            self.carry_out(app, effects)?;
        }
        Ok(())
    }

    fn draw(&mut self, app: &App) -> anyhow::Result<()> {
        if std::mem::take(&mut self.stale) {
            // Clearing would ask the terminal where its cursor is and wait for the answer.
            let size = self.screen.size()?;
            self.screen.resize(Rect::from((Position::ORIGIN, size)))?;
        }
        self.screen.draw(|frame| app.draw(frame))?;
        Ok(())
    }

    fn carry_out(&mut self, app: &mut App, effects: Vec<Effect>) -> anyhow::Result<()> {
        for effect in effects {
            match effect {
                Effect::Extract { briefing, document, asked } => {
                    let told = Arc::clone(&self.rules_told);
                    self.in_background(move |lexicon, teller| {
                        extract_to(&document, lexicon, |points, whole| {
                            teller.tell(News::Points { briefing, asked, points: Box::new(points), whole });
                        });
                        if !told.swap(true, Ordering::Relaxed) {
                            teller.tell(News::Rules(catalogue(lexicon)));
                        }
                    });
                }
                Effect::Find { briefing, document, words, regex, furniture, asked } => {
                    self.searched.store(asked, Ordering::Relaxed);
                    let latest = Arc::clone(&self.searched);
                    self.in_background(move |_, teller| {
                        let wanted = || latest.load(Ordering::Relaxed) == asked;
                        if let Some(hits) = find(&document, &words, regex, furniture, wanted) {
                            teller.tell(News::Hits { briefing, asked, hits });
                        }
                    });
                }
                Effect::Survey { sources, points } => self.gather(sources, points),
                Effect::Ask { question, asked } => self.answer(question, asked),
                Effect::Read { briefing, path } => self.in_background(move |_, teller| {
                    // Whoever writes it may not be done yet; a later change is told of by itself.
                    thread::sleep(Duration::from_millis(60));
                    let document = open(&path, &Options::default()).map(Box::new).map_err(|e| e.to_string());
                    teller.tell(News::Read { briefing, document });
                }),
                Effect::Open { path } => {
                    if let Some(watcher) = &mut self.watcher {
                        watcher.add(&path);
                    }
                    self.in_background(move |_, teller| {
                        let document =
                            open(&path, &Options::default()).map(Box::new).map_err(|e| e.to_string());
                        teller.tell(News::Opened(document));
                    });
                }
                Effect::Keep { briefing, document, order } => {
                    let now = jiff::Timestamp::now();
                    if let Some(kept) = self.keeper.carry_out(briefing, &document, order, now) {
                        let next = app.on(Event::News(News::Kept { briefing, kept: Box::new(kept) }));
                        self.carry_out(app, next)?;
                    }
                }
                Effect::Copy(text) => execute!(std::io::stdout(), CopyToClipboard::to_clipboard_from(text))?,
                Effect::Write { path, text, force, never } => {
                    let news = write_file(&path, &text, force, &never);
                    let next = app.on(Event::News(news));
                    self.carry_out(app, next)?;
                }
                Effect::Edit { path, place } => {
                    let news = self.edit(&path, line_of(&path, &place))?;
                    let next = app.on(Event::News(news));
                    self.carry_out(app, next)?;
                }
                Effect::Mouse(on) => terminal::set_mouse(on)?,
                Effect::Redraw => self.stale = true,
                Effect::Suspend => self.suspend()?,
                Effect::Quit => self.done = true,
            }
        }
        Ok(())
    }

    /// Takes in the open briefings, and looks beside the reader for what is not known of them; a later call ends this one.
    fn gather(&self, sources: Vec<Source>, points: bool) {
        // A search that is under way would keep this thread waiting; whoever has briefings taken in asks anew.
        self.asked.store(0, Ordering::Relaxed);
        self.survey.open(sources);
        let (survey, latest) = (Arc::clone(&self.survey), Arc::clone(&self.gathering));
        let this = latest.fetch_add(1, Ordering::Relaxed) + 1;
        let data = self.keeper.data().map(Path::to_owned);
        self.in_background(move |lexicon, teller| {
            survey.gather(points.then_some(lexicon), data.as_deref(), |done, total| {
                teller.tell(News::Surveyed { done, total });
                latest.load(Ordering::Relaxed) == this
            });
        });
    }

    fn answer(&self, question: Question, asked: u64) {
        self.asked.store(asked, Ordering::Relaxed);
        let (survey, latest) = (Arc::clone(&self.survey), Arc::clone(&self.asked));
        let mut next = Instant::now() + FIRST_ANSWER;
        self.in_background(move |_, teller| {
            let wanted = || latest.load(Ordering::Relaxed) == asked;
            survey.ask(&question, wanted, |answer| {
                let grows = matches!(answer.extent, Extent::Part(..));
                if !grows || Instant::now() >= next {
                    next = Instant::now() + NEXT_ANSWER;
                    teller.tell(News::Answered { asked, answer: Box::new(answer.clone()) });
                }
            });
        });
    }

    /// Does `work` in a thread of its own; a panic there is told and harms nothing else.
    fn in_background(&self, work: impl FnOnce(&Lexicon, &Teller) + Send + 'static) {
        let (lexicon, sources) = (Arc::clone(&self.lexicon), Arc::clone(&self.sources));
        let teller = self.teller.clone();
        let started = thread::Builder::new().name("work".into()).spawn(move || {
            let work = AssertUnwindSafe(|| work(lexicon.get_or_init(|| Lexicon::load(&sources)), &teller));
            if catch_unwind(work).is_err() {
                teller.tell(News::Failed(
                    "looking through this text failed; reading goes on without it".into(),
                ));
            }
        });
        if started.is_err() {
            self.teller.tell(News::Failed("no thread to be had; quit and try again".into()));
        }
    }

    /// Lets the reader's editor have the terminal.
    fn edit(&mut self, path: &std::path::Path, line: usize) -> anyhow::Result<News> {
        let set = |name| std::env::var(name).ok().filter(|v| !v.trim().is_empty());
        let editor = set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| "vi".into());
        let (program, arguments) = editor::command(&editor, path, line);
        terminal::restore();
        let ended = Command::new(&program).args(arguments).status();
        terminal::take()?;
        self.stale = true;
        Ok(match ended {
            Ok(_) => News::Returned,
            Err(error) => News::Failed(format!("{program}: {error}; set EDITOR to the editor you have")),
        })
    }

    #[cfg(unix)]
    fn suspend(&mut self) -> anyhow::Result<()> {
        terminal::restore();
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        terminal::take()?;
        self.stale = true;
        Ok(())
    }

    #[cfg(not(unix))]
    fn suspend(&mut self) -> anyhow::Result<()> {
        Ok(())
    }
}

/// Gives the terminal back before a signal ends or stops the program, and takes it again when it goes on.
#[cfg(unix)]
fn attend_signals(teller: &Teller) -> anyhow::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::low_level::emulate_default_handler;
    let mut signals =
        signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    let teller = teller.clone();
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in &mut signals {
            if signal != SIGCONT {
                terminal::restore();
                let _ = emulate_default_handler(signal);
                if signal != SIGTSTP {
                    continue;
                }
                let _ = terminal::take();
            } else if terminal::retake().is_err() {
                continue;
            }
            teller.tell(News::Returned);
        }
    })?;
    Ok(())
}

#[cfg(not(unix))]
fn attend_signals(_: &Teller) -> anyhow::Result<()> {
    Ok(())
}

impl Drop for Runner {
    fn drop(&mut self) {
        let _ = std::io::stdout().flush();
    }
}

/** What is told after the commands. */
export const examples = `
Examples (bot stands for: npm run -s bot --):
  bot chat                                        talk about an offer
  bot chat --memory                               the same, keeping nothing
  bot read "Pay 2,680, earn 800 for each friend"  what the text says
  bot judge entry_fee pay_per_recruit multi_level the verdict on these facts
  bot judge levels=4 multi_level=no --law cn
  bot knowledge | less                            laws, facts, cases, advice
  bot serve                                       the web page, Telegram, WeChat
  bot move restate                                conversations to RESTATE_URL
  bot read --json < messages.jsonl                the same for programs

Settings come from the environment: DATA_DIR (where conversations are kept, ./data),
LANGUAGE (zh-Hans, zh-Hant or en: what new conversations begin in; where it is not set, the
chat goes by the system's locale, LC_ALL, LC_MESSAGES or LANG), LAW (cn), NO_COLOR. Those of
the platforms: bot serve --help`

/** What is told after the options of `serve`. */
export const platformSettings = `
Settings, from the environment:
  HOST                     network interface of the page (127.0.0.1)
  PORT                     its port (3000); 0 takes any free one
  TELEGRAM_BOT_TOKEN       runs the bot in Telegram; the token is from @BotFather
  TELEGRAM_API_ROOT        another Bot API server (https://api.telegram.org)
  TELEGRAM_WEBHOOK_URL     https address under which Telegram reaches the page's port;
                           without it updates are fetched by polling
  TELEGRAM_WEBHOOK_SECRET  16 or more letters, digits, _ or -; needed beside it
  WECHATY_PUPPET           runs the bot in WeChat, through this npm package
  RESTATE_URL              keeps conversations in this Restate server, for several machines
  RESTATE_ADMIN_URL        its admin address (the same host, port 9070)
  RESTATE_HOST             network interface on which Restate calls this bot (127.0.0.1)
  RESTATE_PORT             its port (9080)
  RESTATE_SERVICE_URL      address under which Restate reaches it, such as a load balancer's
  RESTATE_IDENTITY_KEYS    public keys of Restate; calls signed otherwise are refused
  METRICS_PORT             serves figures for Prometheus and health there; off without it
  METRICS_HOST             their network interface (127.0.0.1)
  LOG_LEVEL                silent, fatal, error, warn, info (the default) or debug

It stays until Ctrl-C.`

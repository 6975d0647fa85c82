/** What may stand after a number and say what it counts; all on normalised text. */
export const percentAfter = /^ ?(?:%|％|percent\b|pct\b|个?百?点(?![钟到以])|趴|成(?![为员功长都本])|分点)/u
export const levelAfter =
  /^[ -]?(?:代|层|级(?!别)|阶|度|levels?\b|lvls?\b|tiers?\b|generations?\b|gens?\b|layers?\b|deep\b|degrees?\b)/u
export const personAfter =
  /^ ?(?:个?人|位|名(?!额)|个(?:朋友|好友|新人|亲|下|会员|代理|店主|客户|合伙)|(?:new |more |other )?(?:people|persons?|friends?|members?|recruits?|others|reps?|partners?|agents?|guests?)\b)/u
export const timeAfter =
  /^[ -]?(?:天|日|号|月|年|周|小时|分钟|点|期|days?\b|hours?\b|hrs?\b|weeks?\b|months?\b|years?\b|am\b|pm\b|:\d\d)/u

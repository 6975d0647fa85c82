// usage: node j.mjs file ; lines: USER> private, USER# group unaddressed, USER@ addressed; flags before sigil: ! admin, ~ forwarded ; "||quoted"; "=choice" ; "%event"
import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
const lines=readFileSync(process.argv[2]??0,'utf8').split('\n')
import {spawn} from 'node:child_process'
import readline from 'node:readline'
const p=spawn('node',['/tmp/trial/dist/adapters/start.js','chat','--json','--memory'],{cwd:'/tmp/trial',stdio:['pipe','pipe','inherit']})
const rl=readline.createInterface({input:p.stdout})[Symbol.asyncIterator]()
let pre='x',q={}, tok
let group='g'
for(const l of lines){
 if(l.startsWith('###')){console.log('\n'+l);pre='c'+Math.random();q={};group='g'+pre;continue}
 const m=/^(\w+)([!~]*)([>#@])\s?(.*)$/s.exec(l); if(!m){ if(l.trim())console.log(l); continue}
 let [,u,f,s,t]=m; t=t.replaceAll('\\n','\n').replaceAll('{TOKEN}',tok??'?')
 const o={chat:s==='>'?pre+u:group,user:u,kind:s==='>'?'private':'group'}
 if(f.includes('!'))o.admin=true; if(f.includes('~'))o.forwarded=true
 if(s==='@'&&!t.startsWith('='))o.mentioned=true
 if(t.startsWith('=')){const [c,qq]=t.slice(1).split('?');o.choice=c;const k=s==='>'?o.chat:(o.chat+(qq||u)); if(q[k])o.question=q[k]}
 else if(t.startsWith('%'))o.event=t.slice(1)
 else {const [a,b]=t.split('||');if(a)o.text=a;if(b)o.quoted=b}
 p.stdin.write(JSON.stringify(o)+'\n')
 const r=JSON.parse((await rl.next()).value)
 console.log(`\n${l}`)
 if(r.error)console.log('   ERROR',r.error)
 for(const x of r.replies??[]){
  if(x.question){q[s==='>'?x.chat:x.chat+x.to]=x.question}
  const tk=/\/start (\S+)/.exec(x.text); if(tk)tok=tk[1]
  const {chat,text,choices,verdict,...rest}=x
  console.log('   '+(x.to&&s!=='>'?`[to ${x.to}] `:'')+text.replaceAll('\n','\n   '))
  if(choices)console.log('   ['+choices.map(c=>c.label+'='+c.id).join(' | ')+']')
  const ex={...rest};delete ex.question;delete ex.to; if(Object.keys(ex).length)console.log('   '+JSON.stringify(ex).slice(0,200))
  if(verdict)console.log('   VERDICT',verdict.verdict,verdict.determinacy,'open:',verdict.open?.map(o=>o.fact).join(','))
 }
 if(r.replies&&!r.replies.length)console.log('   (silent)')
}
p.stdin.end()

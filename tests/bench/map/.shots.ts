import { copyFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import { writeInventedCorpus } from '../../viewer/invented-network.ts'
import { mapPage } from '../../../viewer/publish/map-page.ts'
import { zones } from '../../../data/records.ts'
const dir='/tmp/pub-bench/pics'
import { rmSync, existsSync } from 'node:fs'
import { openCorpus } from '../../../data/store/open-corpus.ts'
const f='/tmp/pub-bench/inv.sqlite'
const corpus = existsSync(f) ? openCorpus(f,'read') : await writeInventedCorpus(f)
const choice={title:'invented',statuses:['IN'],zones,minWeight:0} as any
writeFileSync(`${dir}/plain.html`,(await mapPage.write(corpus,choice,{})).text)
writeFileSync(`${dir}/evidence.html`,(await mapPage.write(corpus,choice,{evidence:true})).text)
writeFileSync(`${dir}/hidden.html`,(await mapPage.write(corpus,choice,{pseudonyms:true})).text)
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']})
const shots:[string,string,string,'en'|'fr',[number,number],any?][]=[
 ['plain-en-1280','plain','','en',[1280,720]],
 ['evidence-fr-1280','evidence','#from=atelier-suffrage.example&to=micro-target-co.example','fr',[1280,720]],
 ['evidence-fr-print-1280','evidence','#ink=print&from=atelier-suffrage.example&to=micro-target-co.example','fr',[1280,720]],
 ['plain-fr-print-820','plain','#ink=print','fr',[820,1180]],
 ['plain-en-820','plain','','en',[820,1180]],
 ['hidden-fr-1280','hidden','','fr',[1280,720]],
 ['publish-en-print-1280','plain','#panel=publish&ink=print','en',[1280,720]],
 ['zoom200-en','plain','','en',[640,360]],
 ['text200-fr','evidence','#site=turnout-engine.example','fr',[1280,720],'text'],
]
for (const [name,file,hash,locale,[width,height],how] of shots){
 const ctx=await b.newContext({locale,viewport:{width,height},reducedMotion:'reduce'}); const p=await ctx.newPage()
 await p.goto(pathToFileURL(`${dir}/${file}.html`).href+hash); await p.locator('#reading').waitFor()
 if(how==='text') await p.evaluate(()=>{document.documentElement.style.fontSize='200%'})
 await p.waitForTimeout(1500)
 await p.screenshot({path:`${dir}/${name}.png`, fullPage: height<400||how==='text'})
 if(name.startsWith('publish')){
  for(const [kind,btn] of [['svg','Save as SVG'],['png','Save as PNG, 300 dpi']] as const){
   const [d]=await Promise.all([p.waitForEvent('download'),p.getByRole('button',{name:btn}).click()]); await d.saveAs(`${dir}/print-en.${kind}`)}
 }
 await ctx.close()
}
{const ctx=await b.newContext({locale:'fr',viewport:{width:1280,height:720},reducedMotion:'reduce'}); const p=await ctx.newPage()
 await p.goto(pathToFileURL(`${dir}/plain.html`).href+'#panel=publish'); await p.locator('#reading').waitFor(); await p.waitForTimeout(500)
 for(const [kind,btn] of [['svg','Enregistrer en SVG'],['png','Enregistrer en PNG, 300 dpi']] as const){
   const [d]=await Promise.all([p.waitForEvent('download'),p.getByRole('button',{name:btn}).click()]); await d.saveAs(`${dir}/colour-fr.${kind}`)}
 await ctx.close()}
await b.close(); corpus.close()

// What a page of a pack does where scripts run. Without them every link leads on, and nothing is missing but comfort.
const words = document.currentScript.dataset
const make = (tag, properties, ...children) => {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}
const all = (selector) => [...document.querySelectorAll(selector)]
const targetOf = ({ hash }) => hash && document.getElementById(decodeURIComponent(hash.slice(1)))

// The section that is read is marked in the contents.
const rail = document.querySelector('.rail')
const entries = all('.rail li a').flatMap((link) => (targetOf(link) ? [{ link, head: targetOf(link) }] : []))
let current
const markSection = () => {
  const now = entries.findLast(({ head }) => head.getBoundingClientRect().top < 100)
  if (now === current) return
  current?.link.removeAttribute('aria-current')
  now?.link.setAttribute('aria-current', 'true')
  if (now && getComputedStyle(rail).position === 'sticky')
    rail.scrollTop += now.link.getBoundingClientRect().top - rail.getBoundingClientRect().top - rail.clientHeight / 2
  current = now
}
if (rail) {
  let waits = false
  const soon = () => {
    if (!waits) requestAnimationFrame(() => { waits = false; markSection() })
    waits = true
  }
  addEventListener('scroll', soon, { passive: true })
  markSection()
}

// What a note, a claim or a work says is shown where it is called, until Escape, or the pointer and the focus leave both.
const tip = make('div', { className: 'tip', popover: 'manual' })
let timer
const hide = () => tip.matches(':popover-open') && tip.hidePopover()
const contentOf = (link) => {
  if (link.title) link.dataset.says = link.title
  link.removeAttribute('title')
  const target = link.getAttribute('href').startsWith('#') && targetOf(link)
  const row = target && target.closest('tr')
  if (row) return [...row.cells].slice(0, 3).flatMap((cell, at) => [at > 1 ? '\n' : ' ', ...cell.cloneNode(true).childNodes])
  const entry = target && target.closest('.notes li, .bibliography > *')
  if (entry) return [...entry.cloneNode(true).childNodes]
  return link.dataset.says ? [link.dataset.says] : []
}
const show = (link) => {
  const content = contentOf(link)
  if (content.length === 0) return
  tip.replaceChildren(...content)
  for (const each of tip.querySelectorAll('.back, .ways-back, .anchor')) each.remove()
  for (const each of tip.querySelectorAll('[id]')) each.removeAttribute('id')
  tip.showPopover()
  const [at, box] = [link.getBoundingClientRect(), tip.getBoundingClientRect()]
  const below = at.bottom + box.height + 8 < innerHeight || at.top < box.height + 8
  tip.style.top = `${below ? at.bottom + 4 : at.top - box.height - 4}px`
  tip.style.left = `${Math.max(8, Math.min(at.left, innerWidth - box.width - 8))}px`
}
const later = (act, wait) => { clearTimeout(timer); timer = setTimeout(act, wait) }
if (tip.showPopover) {
  document.body.append(tip)
  const calls = 'main a[role=doc-noteref], main a[href*="#claim-"], main a[href^="#ref-"]'
  for (const link of all(calls)) {
    link.addEventListener('mouseenter', () => later(() => show(link), 150))
    link.addEventListener('focus', () => link.matches(':focus-visible') && show(link))
    for (const leave of ['mouseleave', 'blur']) link.addEventListener(leave, () => later(hide, 250))
  }
  tip.addEventListener('mouseenter', () => clearTimeout(timer))
  tip.addEventListener('mouseleave', () => later(hide, 250))
  addEventListener('keydown', ({ key }) => key === 'Escape' && hide())
  addEventListener('scroll', hide, { passive: true })
}

// A search that lists the places in their sections.
const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
if (rail) {
  const blocks = all('main :is(h1,h2,h3,h4,h5,h6,p,li,dt,dd,td,th,figcaption)').filter(
    (it) => !it.querySelector('p,li,td'),
  )
  const input = make('input', { type: 'search', placeholder: words.search, ariaLabel: words.search })
  const count = make('p', { className: 'count', role: 'status' })
  const hits = make('ul', { className: 'hits' })
  const find = () => {
    const wanted = plain(input.value.trim())
    const found = wanted.length < 2 ? [] : blocks.filter((block) => plain(block.textContent).includes(wanted))
    count.textContent = wanted.length < 2 ? '' : `${words.found}: ${found.length}`
    hits.replaceChildren(
      ...found.slice(0, 50).map((block, index) => {
        block.id ||= `hit_${index}_${blocks.indexOf(block)}`
        const text = block.textContent.trim().replace(/\s+/g, ' ')
        const at = Math.max(0, plain(text).indexOf(wanted))
        const [from, to] = [Math.max(0, at - 30), at + wanted.length]
        const link = make('a', { href: `#${block.id}` }, from > 0 ? '…' : '', text.slice(from, at))
        link.append(make('mark', {}, text.slice(at, to)), text.slice(to, to + 50))
        return make('li', {}, link)
      }),
    )
  }
  input.addEventListener('input', find)
  rail.prepend(make('search', { className: 'search' }, input, count, hits))
}

// Rows are sorted by a click on the head of a column, by day where it has dates; of long tables some are left.
for (const table of all('main table')) {
  const [body] = table.tBodies
  const width = table.tHead?.rows[0].cells.length
  if (!body || body.rows.length < 6 || [...table.rows].some(({ cells }) => cells.length !== width)) continue
  for (const head of [...table.tHead.rows[0].cells].filter((it) => it.textContent && !it.querySelector('a'))) {
    const sort = make('button', { type: 'button', className: 'sort' }, ...head.childNodes)
    head.append(sort)
    sort.addEventListener('click', () => {
      const down = head.ariaSort === 'ascending'
      const keyOf = ({ cells }) => cells[head.cellIndex]?.dataset.sort ?? cells[head.cellIndex]?.textContent.trim() ?? ''
      const order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare
      const rows = [...body.rows].sort((a, b) => (down ? order(keyOf(b), keyOf(a)) : order(keyOf(a), keyOf(b))))
      for (const other of table.tHead.rows[0].cells) other.ariaSort = null
      head.ariaSort = down ? 'descending' : 'ascending'
      body.append(...rows)
    })
  }
  if (body.rows.length < 20) continue
  const input = make('input', { type: 'search', className: 'filter', placeholder: `${words.filter} …`, ariaLabel: words.filter })
  input.addEventListener('input', () => {
    for (const row of body.rows) row.hidden = !plain(row.textContent).includes(plain(input.value.trim()))
  })
  table.closest('.table').before(input)
}

// A figure fills the screen; how to cite the pack is copied.
const button = (label, act) => {
  const made = make('button', { type: 'button', className: 'act' }, label)
  made.addEventListener('click', () => act(made))
  return made
}
if (document.fullscreenEnabled)
  for (const picture of all('figure > .picture'))
    picture.before(button(words.enlarge, () => picture.requestFullscreen()))
if (navigator.clipboard)
  for (const line of all('.cite-as')) {
    const text = line.textContent.replace(/^[^:]*:\s*/, '')
    line.append(' ', button(words.copy, (made) => navigator.clipboard.writeText(text).then(() => made.append(' ✓'))))
  }

// Boxes are stops of the Tab key only where they scroll.
const observer = new ResizeObserver((boxes) => {
  for (const { target } of boxes) {
    if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0
    else target.removeAttribute('tabindex')
  }
})
for (const box of all('.table, .picture, pre')) observer.observe(box)

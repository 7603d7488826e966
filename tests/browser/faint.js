// Words in SVG charts, each with its contrast to what is drawn under it, where that is less than 4.5.
() => {
  const read = words => { const parts = (words || '').match(/[\d.]+/g); return words?.startsWith('rgb') ? parts.map(Number) : null }
  const over = (top, under, share) => under.map((value, at) => top[at] * share + value * (1 - share))
  const linear = value => (value /= 255) <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4
  const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b)
  const opacity = mark => { let all = 1; for (let at = mark; at.tagName !== 'svg'; at = at.parentElement) all *= getComputedStyle(at).opacity; return all }
  const alpha = (colour, share) => (colour[3] ?? 1) * share
  const page = read(getComputedStyle(document.querySelector('.stApp')).backgroundColor).slice(0, 3)
  const found = []
  for (const text of document.querySelectorAll('main svg text')) {
    const style = getComputedStyle(text), box = text.getBoundingClientRect(), ink = read(style.fill), svg = text.ownerSVGElement
    if (!text.textContent.trim() || !box.width || !ink || style.display === 'none' || opacity(text) < .05) continue
    const ground = read(getComputedStyle(svg).backgroundColor)
    let under = ground && ground[3] !== 0 ? ground.slice(0, 3) : page
    const x = box.left + box.width / 2, y = box.top + box.height / 2
    for (const mark of svg.querySelectorAll('path, rect, circle')) {
      const at = mark.getBoundingClientRect(), look = getComputedStyle(mark), fill = read(look.fill)
      const isBefore = mark.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING
      if (!fill || !isBefore || x < at.left || x > at.right || y < at.top || y > at.bottom) continue
      if (!mark.isPointInFill(new DOMPoint(x, y).matrixTransform(mark.getScreenCTM().inverse()))) continue
      under = over(fill, under, alpha(fill, look.fillOpacity * opacity(mark)))
    }
    const shown = over(ink, under, alpha(ink, style.fillOpacity * opacity(text)))
    const [bright, dim] = [light(shown), light(under)].sort((a, b) => b - a)
    const contrast = (bright + .05) / (dim + .05)
    if (contrast < 4.5) found.push(`“${text.textContent}” in a chart: ${contrast.toFixed(2)}, ${style.fill} on ${under.map(Math.round)}`)
  }
  return found
}

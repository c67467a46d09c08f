"""Small sites of three generators, to show the form on posts of every kind of field."""

from pathlib import Path

from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

_TAGS = ("twitter", "médias sociaux", "interview", "web", "recherche", "presse", "blogs")
_JEKYLL_POST = """\
---
layout: {layout}
title: {title}
author: {author}
date: 20{year:02}-0{month}-1{month} 08:30:00 +0200
categories: [{category}]
tags: [{tags}]
image: /assets/images/vague.png
lang: fr
comments: true
description: Un billet court, écrit en 20{year:02}.
---

Le texte du billet.
"""
_JEKYLL_FULL = """\
---
layout: post
title: "Google Wave : l'avant-première, vue de l'intérieur"
author: claire
date: 2009-05-29 10:15:00 +0200
categories: [web]
tags: [google, médias sociaux, interview]
image: /assets/images/vague.png
thumbnail: /assets/images/perdue.png
lang: fr
description: >-
  Une heure avec l'équipe de Sydney, qui voudrait remplacer le courrier électronique, et un essai
  de dix jours.
header:
  overlay_color: "#333"
  caption: Photo de l'auteur
  links:
    - label: Site
      url: https://example.org
    - label: Vidéo
weight: 12
last_modified_at: 2009-06-02T18:00:00+02:00
redirect_from_previous_address: /2009/wave.html
---

Google a montré **Wave** aux développeurs.

![Une vague](/assets/images/vague.png)
"""
_ARABIC = """\
---
layout: post
title: "سلام من بحر: ملاحظات عن الموجة"
date: 2024-03-01 09:00:00 +0000
tags: [كتابة, web]
lang: ar
---

مرحبا بكم في **المدونة**. هذا نص من اليمين إلى اليسار، وفيه كلمة Markdown لاتينية.

- أول الأشياء
- والثاني: `code`

> اقتباس قصير، ثم [رابط](https://example.org).

שלום לכולם: זו פסקה בעברית עם המילה Jekyll באמצע.

And one paragraph in English.
"""
_JEKYLL_BROKEN = """\
---
layout: post
title: Biz Stone : « Testons les usages »
date: “2009-06-24”
draft: true
tags: [twitter, interview
author:claire
---

Encore une fois, le nom de Twitter est apparu sur le devant de la scène.
"""
_HUGO_POST = """\
+++
title = "{title}"
date = 20{year:02}-0{month}-11T09:00:00+02:00
draft = {draft}
tags = [{tags}]
categories = ["{category}"]
series = "{series}"
cover = "cover.png"
summary = "Un billet."
+++

Le texte.
"""
_HUGO_FULL = """\
+++
title = "Une semaine à vélo"
date = 2024-05-11T09:00:00+02:00
draft = false
tags = ["voyage", "vélo"]
series = "Carnets"
cover = "cover.png"
weight = 3

[params]
  map = "loire.gpx"
  [params.hero]
    height = 320
    caption = "La Loire à Saumur"

[[resources]]
  src = "cover.png"
  title = "Couverture"
+++

De Nantes à Saumur, en suivant la **Loire**.
"""
_PELICAN_POST = """\
Title: {title}
Date: 20{year:02}-0{month}-11 09:00
Category: {category}
Tags: {tags}
Authors: Claire Martin
Status: published
Summary: Un billet.

Le texte.
"""
_PELICAN_FULL = """\
Title: L'année en revue
Date: 2024-01-02 10:00
Modified: 2024-01-05 18:20
Category: Carnet
Tags: bilan, lecture
Slug: annee-en-revue
Cover: {static}/images/cover.png
Status: draft

Douze mois, douze livres.
"""


def make_sites(folder: Path) -> None:
    """Write the sites `jekyll`, `hugo` and `pelican` below `folder`."""
    jekyll, hugo, pelican = (folder / name for name in ("jekyll", "hugo", "pelican"))
    _write(jekyll / "_config.yml", "title: Carnet\n")
    _write(hugo / "hugo.toml", 'title = "Carnet"\n')
    _write(pelican / "pelicanconf.py", "SITENAME = 'Carnet'\n")
    for number in range(14):
        told = {
            "title": f"Billet numéro {number}",
            "year": 8 + number % 9,
            "month": 1 + number % 9,
            "layout": ("post", "post", "post", "interview")[number % 4],
            "author": ("claire", "marc")[number % 5 == 0],
            "category": ("web", "presse", "web")[number % 3],
            "series": ("Carnets", "Lectures")[number % 2],
            "draft": "false",
        }
        tags = [_TAGS[number % 7], _TAGS[number * 3 % 7], _TAGS[number % 3]]
        tags = list(dict.fromkeys(tags))
        plain, quoted = ", ".join(tags), ", ".join(f'"{tag}"' for tag in tags)
        day = f"20{told['year']:02}-0{told['month']}-1{told['month']}"
        _write(
            jekyll / "_posts" / f"{day}-billet-{number}.md",
            _JEKYLL_POST.format(**told, tags=plain),
        )
        bundle = hugo / "content" / "posts" / f"billet-{number}"
        _write(bundle / "index.md", _HUGO_POST.format(**told, tags=quoted))
        _write(
            pelican / "content" / f"billet-{number}.md",
            _PELICAN_POST.format(**told, tags=plain),
        )
    _write(jekyll / "_posts" / "2009-05-29-google-wave.md", _JEKYLL_FULL)
    _write(jekyll / "_posts" / "2009-06-24-biz-stone.md", _JEKYLL_BROKEN)
    _write(jekyll / "_posts" / "2024-03-01-salam.md", _ARABIC)
    _write(jekyll / "_drafts" / "nouveau.md", "")
    _write(hugo / "content" / "posts" / "velo" / "index.md", _HUGO_FULL)
    _write(hugo / "content" / "posts" / "nouveau.md", "")
    _write(pelican / "content" / "annee-en-revue.md", _PELICAN_FULL)
    _write(pelican / "content" / "nouveau.md", "")
    _picture(jekyll / "assets" / "images" / "vague.png", "#2b6cb0")
    _picture(hugo / "content" / "posts" / "velo" / "cover.png", "#2f855a")
    _picture(pelican / "content" / "images" / "cover.png", "#b7791f")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _picture(path: Path, colour: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(480, 240, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 480, 240)
    sky.setColorAt(0, QColor(colour))
    sky.setColorAt(1, QColor(colour).lighter(190))
    painter.fillRect(image.rect(), sky)
    painter.end()
    image.save(str(path))

"""Titles of posts in several languages, the same ones for each seed."""

import random
from collections.abc import Iterator

_WORDS = {
    "fr": "L'excès à vélo de M. le maire où l’été n’est plus qu'un œuf Ça déçoit aujourd’hui "
    "« Noël » dix-huit É.N.A. cœur naïve : pourquoi ? Élise &amp; co. Qu'est-ce jusqu’à",
    "en": "The writer's guide to C++ and C# 3.5% off — don't “panic” OK? A/B testing naïve "
    "(re)design #1 50% faster & cheaper rock'n'roll v2.0-beta foo_bar it's e-mail",
    "de": "Straße Größe Übermut „schön“ GROẞ Fußgängerübergänge & Käse, Äpfel für Öl – "
    "weiß daß Rhabarber-Kuchen Jäger z.B. 20 € ausgewählt",
    "es": "¿Qué pasó mañana? ¡El niño! pingüino año señor corazón Nº 1.º ª acción «así» "
    "más allá de la cigüeña Ñandú",
    "ru": "Как я провёл лето съезд объявление ещё раз Ёлка №5 — «цитата» Щука мой день Україна "
    "Єдність їжа ґанок подъезд",
    "el": "Ο δρόμος προς τη θάλασσα ΟΔΟΣ ΣΟΦΟΣ Καλημέρα κόσμε; ώρες ΐ Ελλάδα ήλιος τους",
    "ja": "日本語の タイトル・テスト ブログを 書く 「引用」 です。 ー シャツ、 "
    "ヴァイオリン 第１回 ｶﾀｶﾅ つづく",
    "zh": "中文博客 标题，测试 《书名》 你好！ 台灣 編輯器 如何 写作？ 第二章",
    "tr": "İstanbul'da ılık IŞIK güzel şehir Ğ çığ",
    "pl": "Zażółć gęślą jaźń Łódź źdźbło Świętego",
}
_ODD = [
    *(
        "🚲",
        "❤️",
        "👩‍🚀",
        "ﬁn",
        "e\u0301te\u0301",
        "A\u030angstro\u0308m",
        "x²",
        "½",
        "№",
        "IJ",
        "ŉ",
    ),
    *("C:\\dir", "a/b", "--", "-", "_", "…", "...", ".", "%20", "100%", "%", "@home", "#tag", "~"),
    *("<b>bold</b>", "&amp;", "&eacute;", "a+b=c", "(x)", "[y]", "{z}", "$1", "^", "`code`", "|"),
    *("Dž", "ǅ", "ŀ", "ß", "İ", "ſ", "𝒜", "Ⅳ", "①", "５", "٣", "\u00ad", "\u200b", "\u2011", "’"),
]
_GAPS = [" "] * 20 + [
    "\u00a0",
    "\u202f",
    "  ",
    " - ",
    " — ",
    " : ",
    "\u00a0: ",
    ", ",
    "/",
    "\u3000",
]


def titles(count: int, seed: int = 7) -> Iterator[str]:
    """`count` titles: words of one language each, now and then with a sign of every kind."""
    chance = random.Random(seed)
    languages = list(_WORDS)
    for number in range(count):
        words = _WORDS[languages[number % len(languages)]].split()
        chosen = [chance.choice(words) for _ in range(chance.randint(1, 7))]
        if chance.random() < 0.3:
            chosen.insert(chance.randint(0, len(chosen)), chance.choice(_ODD))
        title = chosen[0]
        for word in chosen[1:]:
            title += chance.choice(_GAPS) + word
        yield title.upper() if chance.random() < 0.05 else title

BEGIN TRANSACTION;
CREATE TABLE articles (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, published TEXT NOT NULL, received TEXT NOT NULL, story TEXT NOT NULL,
      signature TEXT NOT NULL, extraction TEXT NOT NULL
    );
INSERT INTO "articles" VALUES('64a12aa9c245','a.txt','2026-02-25','2026-11-25','64a12aa9c245','["i GB KZ planned wants", "q 4000000000  GBP exact", "r risk.damage risk possible", "s Ivan Petrov False", "s minister False"]','{"article": {"id": "64a12aa9c245", "name": "a.txt", "language": "en", "text": "London and the mines\n\nThe minister said in Astana that Britain will invest 4 billion pounds in Kazakhstan. The expert Ivan Petrov said that new routes could harm Russian exports of coal.\n", "paragraphs": [{"number": 1, "start": 0, "stop": 20, "role": "title"}, {"number": 2, "start": 22, "stop": 186, "role": "text"}], "title": "London and the mines", "published": "2026-02-25", "origin": {"publisher": "", "author": "", "url": "", "original_name": ""}, "digest": "040ac0dab2e8e90a020b37361f6b1d886a86050d22deef5d56a1287cdd31a396"}, "quantities": [{"id": "q-d4a5dec10dd1", "start": 75, "stop": 91, "surface": "4 billion pounds", "value": "4000000000", "upper": null, "unit": "GBP", "qualifier": "exact", "label": "", "holder": "KZ", "as_of": null, "equivalent_of": null, "rule": "money.word"}], "dates": [], "statements": [{"id": "s-42c1ac18f556", "start": 55, "stop": 105, "surface": "Britain will invest 4 billion pounds in Kazakhstan", "mode": "reported", "cue": "said", "negated": false, "speaker": {"name": "minister", "role": "", "kind": "official", "gender": ""}, "rule": "reported-verb+unresolved"}, {"id": "s-e66227f405bf", "start": 140, "stop": 185, "surface": "new routes could harm Russian exports of coal", "mode": "reported", "cue": "said", "negated": false, "speaker": {"name": "Ivan Petrov", "role": "expert", "kind": "expert", "gender": "m"}, "rule": "reported-verb"}], "interests": [{"id": "i-d00ec9c9bb75", "start": 55, "stop": 105, "surface": "Britain will invest 4 billion pounds in Kazakhstan", "partner": "GB", "toward": ["KZ"], "topics": ["investment"], "stage": "planned", "polarity": "wants", "quantities": ["q-d4a5dec10dd1"], "dates": [], "rule": "interest.investment-planned"}], "risks": [{"id": "r-92ea8a7b9717", "start": 107, "stop": 186, "surface": "The expert Ivan Petrov said that new routes could harm Russian exports of coal.", "subject": "RU", "category": "economic", "polarity": "risk", "firmness": "possible", "statement": "s-e66227f405bf", "rule": "risk.damage"}], "diagnostics": [{"code": "speaker-unresolved", "severity": "warning", "start": 55, "stop": 105, "subject": "s-42c1ac18f556", "hint": "the text names no person for «minister»"}], "sentences": [{"start": 0, "stop": 20}, {"start": 22, "stop": 106}, {"start": 107, "stop": 186}]}');
INSERT INTO "articles" VALUES('ad98675ceb4c','b.txt','2026-02-25','2026-11-25','ad98675ceb4c','["i TR UZ planned wants", "q 2000000000  USD exact"]','{"article": {"id": "ad98675ceb4c", "name": "b.txt", "language": "ru", "text": "Дорога к морю\n\nТурция намерена вложить 2 миллиарда долларов США в железную дорогу в Узбекистане.\n", "paragraphs": [{"number": 1, "start": 0, "stop": 13, "role": "title"}, {"number": 2, "start": 15, "stop": 96, "role": "text"}], "title": "Дорога к морю", "published": "2026-02-25", "origin": {"publisher": "", "author": "", "url": "", "original_name": ""}, "digest": "06bb2a3b4675ff21a821fc1ce685e41e1d56ac09458d7c584b094e8a0c81ab5e"}, "quantities": [{"id": "q-9d5c7cc2234b", "start": 39, "stop": 63, "surface": "2 миллиарда долларов США", "value": "2000000000", "upper": null, "unit": "USD", "qualifier": "exact", "label": "", "holder": "UZ", "as_of": null, "equivalent_of": null, "rule": "money.word"}], "dates": [], "statements": [], "interests": [{"id": "i-d36f70e23bdd", "start": 15, "stop": 95, "surface": "Турция намерена вложить 2 миллиарда долларов США в железную дорогу в Узбекистане", "partner": "TR", "toward": ["UZ"], "topics": ["transport", "investment"], "stage": "planned", "polarity": "wants", "quantities": ["q-9d5c7cc2234b"], "dates": [], "rule": "interest.investment-planned"}], "risks": [], "diagnostics": [], "sentences": [{"start": 0, "stop": 13}, {"start": 15, "stop": 96}]}');
INSERT INTO "articles" VALUES('ababcdc9c153','c.txt','2026-03-04','2026-11-25','ababcdc9c153','["d 2026-03-11", "i KZ FR planned wants"]','{"article": {"id": "ababcdc9c153", "name": "c.txt", "language": "ru", "text": "Встреча\n\nКазахстан и Франция подпишут соглашение о поставках урана 11 марта 2026 года.\n", "paragraphs": [{"number": 1, "start": 0, "stop": 7, "role": "title"}, {"number": 2, "start": 9, "stop": 86, "role": "text"}], "title": "Встреча", "published": "2026-03-04", "origin": {"publisher": "", "author": "", "url": "", "original_name": ""}, "digest": "dde431434523f21d938adae852595b5f238f405b48b7398c4152788ca0eca476"}, "quantities": [], "dates": [{"id": "d-a30ea1672b1f", "start": 67, "stop": 85, "surface": "11 марта 2026 года", "value": "2026-03-11", "precision": "day", "relation": "on", "inferred": false, "relative": false, "rule": "day"}], "statements": [], "interests": [{"id": "i-89afbcbdddda", "start": 9, "stop": 85, "surface": "Казахстан и Франция подпишут соглашение о поставках урана 11 марта 2026 года", "partner": "KZ", "toward": ["FR"], "topics": ["critical-minerals", "trade"], "stage": "planned", "polarity": "wants", "quantities": [], "dates": ["d-a30ea1672b1f"], "rule": "interest.agreement-planned"}], "risks": [], "diagnostics": [], "sentences": [{"start": 0, "stop": 7}, {"start": 9, "stop": 86}]}');
INSERT INTO "articles" VALUES('5c67aa6a41ec','late.txt','2026-03-03','2026-11-25','5c67aa6a41ec','["i JP KZ planned wants", "q 300000000  USD exact"]','{"article": {"id": "5c67aa6a41ec", "name": "late.txt", "language": "en", "text": "Tokyo and uranium\n\nJapan plans to invest 300 million US dollars in uranium mining in Kazakhstan.\n", "paragraphs": [{"number": 1, "start": 0, "stop": 17, "role": "title"}, {"number": 2, "start": 19, "stop": 96, "role": "text"}], "title": "Tokyo and uranium", "published": "2026-03-03", "origin": {"publisher": "", "author": "", "url": "", "original_name": ""}, "digest": "b96034d1c179bd0153eb666b18ce79e4b2cb4aae80f1caedbbaa7cce769d5860"}, "quantities": [{"id": "q-2a434ac8dfa0", "start": 41, "stop": 63, "surface": "300 million US dollars", "value": "300000000", "upper": null, "unit": "USD", "qualifier": "exact", "label": "uranium mining", "holder": "KZ", "as_of": null, "equivalent_of": null, "rule": "money.word"}], "dates": [], "statements": [], "interests": [{"id": "i-7d9215da27a3", "start": 19, "stop": 95, "surface": "Japan plans to invest 300 million US dollars in uranium mining in Kazakhstan", "partner": "JP", "toward": ["KZ"], "topics": ["critical-minerals", "investment"], "stage": "planned", "polarity": "wants", "quantities": ["q-2a434ac8dfa0"], "dates": [], "rule": "interest.investment-planned"}], "risks": [], "diagnostics": [], "sentences": [{"start": 0, "stop": 17}, {"start": 19, "stop": 96}]}');
CREATE TABLE deliveries (
      period TEXT NOT NULL REFERENCES issues (period), recipient TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL,
      error TEXT NOT NULL,
      PRIMARY KEY (period, recipient)
    ) WITHOUT ROWID;
INSERT INTO "deliveries" VALUES('2026-W09','registry','delivered',1,'');
INSERT INTO "deliveries" VALUES('2026-W10','registry','delivered',1,'');
CREATE TABLE facts (
      series TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, stop TEXT NOT NULL, article TEXT NOT NULL, fact TEXT NOT NULL,
      period TEXT NOT NULL REFERENCES issues (period), data TEXT NOT NULL,
      PRIMARY KEY (series, kind, key, stop, article, fact)
    ) WITHOUT ROWID;
INSERT INTO "facts" VALUES('week','event','2026-03-11','2026-03-08','ababcdc9c153','d-a30ea1672b1f','2026-W10','{"statement": null, "interest": "i-89afbcbdddda"}');
INSERT INTO "facts" VALUES('week','interest','GB>KZ:investment:wants','2026-03-01','64a12aa9c245','i-d00ec9c9bb75','2026-W09','{"stage": "planned"}');
INSERT INTO "facts" VALUES('week','interest','KZ>FR:critical-minerals:wants','2026-03-08','ababcdc9c153','i-89afbcbdddda','2026-W10','{"stage": "planned"}');
INSERT INTO "facts" VALUES('week','interest','KZ>FR:trade:wants','2026-03-08','ababcdc9c153','i-89afbcbdddda','2026-W10','{"stage": "planned"}');
INSERT INTO "facts" VALUES('week','interest','TR>UZ:investment:wants','2026-03-01','ad98675ceb4c','i-d36f70e23bdd','2026-W09','{"stage": "planned"}');
INSERT INTO "facts" VALUES('week','interest','TR>UZ:transport:wants','2026-03-01','ad98675ceb4c','i-d36f70e23bdd','2026-W09','{"stage": "planned"}');
INSERT INTO "facts" VALUES('week','package','GB>KZ','2026-03-01','64a12aa9c245','q-d4a5dec10dd1','2026-W09','{"value": "4000000000", "unit": "GBP"}');
INSERT INTO "facts" VALUES('week','package','TR>UZ','2026-03-01','ad98675ceb4c','q-9d5c7cc2234b','2026-W09','{"value": "2000000000", "unit": "USD"}');
INSERT INTO "facts" VALUES('week','risk','economic:risk.damage','2026-03-01','64a12aa9c245','r-92ea8a7b9717','2026-W09','{}');
INSERT INTO "facts" VALUES('week','speaker','ivan petrov','2026-03-01','64a12aa9c245','s-e66227f405bf','2026-W09','{}');
INSERT INTO "facts" VALUES('week','speaker','minister','2026-03-01','64a12aa9c245','s-42c1ac18f556','2026-W09','{}');
INSERT INTO "facts" VALUES('week','sum','2000000000 USD','2026-03-01','ad98675ceb4c','q-9d5c7cc2234b','2026-W09','{}');
INSERT INTO "facts" VALUES('week','sum','4000000000 GBP','2026-03-01','64a12aa9c245','q-d4a5dec10dd1','2026-W09','{}');
INSERT INTO "facts" VALUES('week','support','economic:risk.damage','2026-03-01','','economic:risk.damage','2026-W09','{"count": 1}');
INSERT INTO "facts" VALUES('week','trend','GB','2026-03-01','64a12aa9c245','q-d4a5dec10dd1','2026-W09','{}');
INSERT INTO "facts" VALUES('week','trend','TR','2026-03-01','ad98675ceb4c','q-9d5c7cc2234b','2026-W09','{}');
CREATE TABLE inbox (
      path TEXT PRIMARY KEY, stamp TEXT NOT NULL, received TEXT NOT NULL, reason TEXT NOT NULL, code TEXT NOT NULL,
      articles TEXT NOT NULL, period TEXT
    ) WITHOUT ROWID;
INSERT INTO "inbox" VALUES('a.txt','187:1795613986396410201 23:1795613986398351006','2026-11-25','','','["64a12aa9c245"]',NULL);
INSERT INTO "inbox" VALUES('b.txt','176:1795613986397400468 23:1795613986398351006','2026-11-25','','','["ad98675ceb4c"]',NULL);
INSERT INTO "inbox" VALUES('bad.pdf','16:1795613986398351006','2026-11-25','bad.pdf: is damaged or not a PDF (Failed to load document (PDFium: Data format error).)','unreadable','[]','2026-W09');
INSERT INTO "inbox" VALUES('c.txt','153:1795613986398351006 23:1795613986398351006','2026-11-25','','','["ababcdc9c153"]',NULL);
INSERT INTO "inbox" VALUES('late.txt','97:1795613989116450943 23:1795613989116450943','2026-11-25','','','["5c67aa6a41ec"]',NULL);
CREATE TABLE issued (
      series TEXT NOT NULL, article TEXT NOT NULL, period TEXT NOT NULL REFERENCES issues (period), role TEXT NOT NULL,
      PRIMARY KEY (series, article)
    ) WITHOUT ROWID;
INSERT INTO "issued" VALUES('week','64a12aa9c245','2026-W09','source');
INSERT INTO "issued" VALUES('week','ababcdc9c153','2026-W10','source');
INSERT INTO "issued" VALUES('week','ad98675ceb4c','2026-W09','source');
CREATE TABLE issues (
      period TEXT PRIMARY KEY, series TEXT NOT NULL, start TEXT NOT NULL, stop TEXT NOT NULL, number TEXT NOT NULL,
      folder TEXT NOT NULL, brief TEXT NOT NULL, inputs TEXT NOT NULL, files TEXT NOT NULL, counts TEXT NOT NULL
    );
INSERT INTO "issues" VALUES('2026-W09','week','2026-02-23','2026-03-01','834de21f1dbde4e0f58ad09c7dcf0b036e1d3dfec438bc7591dea66fdef2443b','/srv/briefs/out/2026-03-01-weekly-2026-W09','{
  "schema": "briefgen/brief/1",
  "subject": "RU",
  "date": "2026-03-01",
  "sources": [
    {
      "number": 1,
      "id": "64a12aa9c245",
      "name": "a.txt",
      "language": "en",
      "title": "London and the mines",
      "published": "2026-02-25",
      "origin": {
        "publisher": "",
        "author": "",
        "url": "",
        "original_name": ""
      },
      "digest": "040ac0dab2e8e90a020b37361f6b1d886a86050d22deef5d56a1287cdd31a396",
      "paragraphs": 2,
      "story": "64a12aa9c245",
      "reposts": [],
      "is_late": false,
      "issue": ""
    },
    {
      "number": 2,
      "id": "ad98675ceb4c",
      "name": "b.txt",
      "language": "ru",
      "title": "Дорога к морю",
      "published": "2026-02-25",
      "origin": {
        "publisher": "",
        "author": "",
        "url": "",
        "original_name": ""
      },
      "digest": "06bb2a3b4675ff21a821fc1ce685e41e1d56ac09458d7c584b094e8a0c81ab5e",
      "paragraphs": 2,
      "story": "ad98675ceb4c",
      "reposts": [],
      "is_late": false,
      "issue": ""
    }
  ],
  "quantities": [
    {
      "fact": {
        "id": "q-d4a5dec10dd1",
        "start": 75,
        "stop": 91,
        "surface": "4 billion pounds",
        "value": "4000000000",
        "upper": null,
        "unit": "GBP",
        "qualifier": "exact",
        "label": "",
        "holder": "KZ",
        "as_of": null,
        "equivalent_of": null,
        "rule": "money.word"
      },
      "evidence": [
        {
          "source": 1,
          "paragraph": 2,
          "sentence": "The minister said in Astana that Britain will invest 4 billion pounds in Kazakhstan.",
          "surface": "4 billion pounds",
          "start": 22
        }
      ],
      "also": []
    },
    {
      "fact": {
        "id": "q-9d5c7cc2234b",
        "start": 39,
        "stop": 63,
        "surface": "2 миллиарда долларов США",
        "value": "2000000000",
        "upper": null,
        "unit": "USD",
        "qualifier": "exact",
        "label": "",
        "holder": "UZ",
        "as_of": null,
        "equivalent_of": null,
        "rule": "money.word"
      },
      "evidence": [
        {
          "source": 2,
          "paragraph": 2,
          "sentence": "Турция намерена вложить 2 миллиарда долларов США в железную дорогу в Узбекистане.",
          "surface": "2 миллиарда долларов США",
          "start": 15
        }
      ],
      "also": []
    }
  ],
  "dates": [],
  "statements": [
    {
      "fact": {
        "id": "s-e66227f405bf",
        "start": 140,
        "stop": 185,
        "surface": "new routes could harm Russian exports of coal",
        "mode": "reported",
        "cue": "said",
        "negated": false,
        "speaker": {
          "name": "Ivan Petrov",
          "role": "expert",
          "kind": "expert",
          "gender": "m"
        },
        "rule": "reported-verb"
      },
      "evidence": [
        {
          "source": 1,
          "paragraph": 2,
          "sentence": "The expert Ivan Petrov said that new routes could harm Russian exports of coal.",
          "surface": "new routes could harm Russian exports of coal",
          "start": 107
        }
      ],
      "also": []
    },
    {
      "fact": {
        "id": "s-42c1ac18f556",
        "start": 55,
        "stop": 105,
        "surface": "Britain will invest 4 billion pounds in Kazakhstan",
        "mode": "reported",
        "cue": "said",
        "negated": false,
        "speaker": {
          "name": "minister",
          "role": "",
          "kind": "official",
          "gender": ""
        },
        "rule": "reported-verb+unresolved"
      },
      "evidence": [
        {
          "source": 1,
          "paragraph": 2,
          "sentence": "The minister said in Astana that Britain will invest 4 billion pounds in Kazakhstan.",
          "surface": "Britain will invest 4 billion pounds in Kazakhstan",
          "start": 22
        }
      ],
      "also": []
    }
  ],
  "interests": [
    {
      "fact": {
        "id": "i-d00ec9c9bb75",
        "start": 55,
        "stop": 105,
        "surface": "Britain will invest 4 billion pounds in Kazakhstan",
        "partner": "GB",
        "toward": [
          "KZ"
        ],
        "topics": [
          "investment"
        ],
        "stage": "planned",
        "polarity": "wants",
        "quantities": [
          "q-d4a5dec10dd1"
        ],
        "dates": [],
        "rule": "interest.investment-planned"
      },
      "evidence": [
        {
          "source": 1,
          "paragraph": 2,
          "sentence": "The minister said in Astana that Britain will invest 4 billion pounds in Kazakhstan.",
          "surface": "Britain will invest 4 billion pounds in Kazakhstan",
          "start": 22
        }
      ],
      "also": []
    },
    {
      "fact": {
        "id": "i-d36f70e23bdd",
        "start": 15,
        "stop": 95,
        "surface": "Турция намерена вложить 2 миллиарда долларов США в железную дорогу в Узбекистане",
        "partner": "TR",
        "toward": [
          "UZ"
        ],
        "topics": [
          "transport",
          "investment"
        ],
        "stage": "planned",
        "polarity": "wants",
        "quantities": [
          "q-9d5c7cc2234b"
        ],
        "dates": [],
        "rule": "interest.investment-planned"
      },
      "evidence": [
        {
          "source": 2,
          "paragraph": 2,
          "sentence": "Турция намерена вложить 2 миллиарда долларов США в железную дорогу в Узбекистане.",
          "surface": "Турция намерена вложить 2 миллиарда долларов США в железную дорогу в Узбекистане",
          "start": 15
        }
      ],
      "also": []
    }
  ],
  "risks": [
    {
      "fact": {
        "id": "r-92ea8a7b9717",
        "start": 107,
        "stop": 186,
        "surface": "The expert Ivan Petrov said that new routes could harm Russian exports of coal.",
        "subject": "RU",
        "category": "economic",
        "polarity": "risk",
        "firmness": "possible",
        "statement": "s-e66227f405bf",
        "rule": "risk.damage"
      },
      "evidence": [
        {
          "source": 1,
          "paragraph": 2,
          "sentence": "The expert Ivan Petrov said that new routes could harm Russian exports of coal.",
          "surface": "The expert Ivan Petrov said that new routes could harm Russian exports of coal.",
          "start": 107
        }
      ],
      "also": []
    }
  ],
  "events": [],
  "diagnostics": [
    {
      "code": "speaker-unresolved",
      "severity": "warning",
      "start": 55,
      "stop": 105,
      "subject": "s-42c1ac18f556",
      "hint": "the text names no person for «minister»"
    }
  ],
  "translations": [],
  "passed_over": [],
  "refusals": [],
  "period": "2026-02-23/2026-03-01",
  "compared": "",
  "earlier": {
    "quantities": [],
    "dates": [],
    "statements": [],
    "interests": [],
    "risks": []
  },
  "changes": [],
  "trends": [],
  "set_aside": [
    {
      "name": "bad.pdf",
      "reason": "unreadable"
    }
  ],
  "repeated": 0
}
','{"articles": [{"name": "a.txt", "digest": "040ac0dab2e8e90a020b37361f6b1d886a86050d22deef5d56a1287cdd31a396", "published": "2026-02-25"}, {"name": "b.txt", "digest": "06bb2a3b4675ff21a821fc1ce685e41e1d56ac09458d7c584b094e8a0c81ab5e", "published": "2026-02-25"}], "period": "2026-02-23/2026-03-01", "compared": "fa088c9a21fb57b68eaf63631299a9c3cf3c237caebbc2a5d3839d07578d9451", "translations": [], "passages": "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945", "options": {"profile": "weekly", "subject": "RU", "date": "2026-03-01", "usage": {"ru": "ru-RF", "en": "en-GB", "names": "2e38e77b22c314a449e91fafed92a43826ac6aa403ae6a8acb6cf58239fbaf5d"}, "attach": false, "draft": false, "qr": false, "checklist": false, "requisites": {}}, "templates": {"profile": "14efd535e673f7210ffc3105d845b3c383cb35af47d88445585afe061a717314", "styles": {"ru": {"name": "gost", "value": "dee93ab120573138572125c6d15e9b59ceff69b75b4ac3423ec1805b1b345425"}, "en": {"name": "govuk", "value": "17ef68485251643e786270746f40627007efb3de00cf2baa212e61340513409a"}}}, "catalogs": {"locale/en/briefgen.po": "f6db9c48d0e62ae3bae07c2bb88411970d21fe4546d62212c02d67fd8c06c27e", "locale/ru/briefgen.po": "60b9e8a9c5f52ddf5eb62bc3be6a0e3ab9bfaf8f0be3e5a410df5b66650e9835"}, "versions": {"briefgen": "0.1.0", "babel": "2.18.0", "font-source-sans-pro": "0.0.1", "font-source-serif-pro": "0.0.1", "fonttools": "4.68.0", "iuliia": "0.13.0", "lxml": "6.1.3", "natasha": "1.6.0", "navec": "0.10.0", "numpy": "2.4.6", "pikepdf": "10.18.0", "pymorphy3": "2.0.6", "pymorphy3-dicts-ru": "2.4.417150.4580142", "pypdfium2": "5.15.2", "pyphen": "0.18.1", "python-docx": "1.2.0", "rapidfuzz": "3.14.6", "razdel": "0.5.0", "reportlab": "5.1.0", "slovnet": "0.6.0", "trafilatura": "2.3.1", "uharfbuzz": "0.57.0"}}','{"brief.en.pdf": "8a7212f78b30f23fece592b26e428511d87a0b6ebfca134d76f8614b3034229a", "brief.json": "9b17d9b22118380f54447e1be4e1b803923372e327520f9c29cd27bae45d0bbd", "evidence.html": "f61b0da8a4291b3c7ffd2b8a113f0b36661cb234dbef997a82665a4cf0f77022"}','{"sources": 2, "reposts": 0, "late": 0, "repeated": 0, "set_aside": 1, "changes": 0, "interests": 2, "quantities": 2, "statements": 2, "risks": 1}');
INSERT INTO "issues" VALUES('2026-W10','week','2026-03-02','2026-03-08','9c209ef17b613944dab7c81c747f96b69d4dcb2f97d84d99f0ccdf9cc1419fb5','/srv/briefs/out/2026-03-08-weekly-2026-W10','{
  "schema": "briefgen/brief/1",
  "subject": "RU",
  "date": "2026-03-08",
  "sources": [
    {
      "number": 1,
      "id": "ababcdc9c153",
      "name": "c.txt",
      "language": "ru",
      "title": "Встреча",
      "published": "2026-03-04",
      "origin": {
        "publisher": "",
        "author": "",
        "url": "",
        "original_name": ""
      },
      "digest": "dde431434523f21d938adae852595b5f238f405b48b7398c4152788ca0eca476",
      "paragraphs": 2,
      "story": "ababcdc9c153",
      "reposts": [],
      "is_late": false,
      "issue": ""
    },
    {
      "number": 2,
      "id": "64a12aa9c245",
      "name": "a.txt",
      "language": "en",
      "title": "London and the mines",
      "published": "2026-02-25",
      "origin": {
        "publisher": "",
        "author": "",
        "url": "",
        "original_name": ""
      },
      "digest": "040ac0dab2e8e90a020b37361f6b1d886a86050d22deef5d56a1287cdd31a396",
      "paragraphs": 2,
      "story": "",
      "reposts": [],
      "is_late": false,
      "issue": "2026-02-23/2026-03-01"
    }
  ],
  "quantities": [],
  "dates": [
    {
      "fact": {
        "id": "d-a30ea1672b1f",
        "start": 67,
        "stop": 85,
        "surface": "11 марта 2026 года",
        "value": "2026-03-11",
        "precision": "day",
        "relation": "on",
        "inferred": false,
        "relative": false,
        "rule": "day"
      },
      "evidence": [
        {
          "source": 1,
          "paragraph": 2,
          "sentence": "Казахстан и Франция подпишут соглашение о поставках урана 11 марта 2026 года.",
          "surface": "11 марта 2026 года",
          "start": 9
        }
      ],
      "also": []
    }
  ],
  "statements": [],
  "interests": [
    {
      "fact": {
        "id": "i-89afbcbdddda",
        "start": 9,
        "stop": 85,
        "surface": "Казахстан и Франция подпишут соглашение о поставках урана 11 марта 2026 года",
        "partner": "KZ",
        "toward": [
          "FR"
        ],
        "topics": [
          "critical-minerals",
          "trade"
        ],
        "stage": "planned",
        "polarity": "wants",
        "quantities": [],
        "dates": [
          "d-a30ea1672b1f"
        ],
        "rule": "interest.agreement-planned"
      },
      "evidence": [
        {
          "source": 1,
          "paragraph": 2,
          "sentence": "Казахстан и Франция подпишут соглашение о поставках урана 11 марта 2026 года.",
          "surface": "Казахстан и Франция подпишут соглашение о поставках урана 11 марта 2026 года",
          "start": 9
        }
      ],
      "also": []
    }
  ],
  "risks": [],
  "events": [
    {
      "date": "d-a30ea1672b1f",
      "statement": null,
      "interest": "i-89afbcbdddda",
      "evidence": {
        "source": 1,
        "paragraph": 2,
        "sentence": "Казахстан и Франция подпишут соглашение о поставках урана 11 марта 2026 года.",
        "surface": "11 марта 2026 года",
        "start": 9
      },
      "expected": true
    }
  ],
  "diagnostics": [
    {
      "code": "single-source",
      "severity": "info",
      "start": null,
      "stop": null,
      "subject": "",
      "hint": "no statement is confirmed by a second source"
    }
  ],
  "translations": [],
  "passed_over": [],
  "refusals": [],
  "period": "2026-03-02/2026-03-08",
  "compared": "2026-02-23/2026-03-01",
  "earlier": {
    "quantities": [],
    "dates": [],
    "statements": [],
    "interests": [],
    "risks": [
      {
        "fact": {
          "id": "r-92ea8a7b9717",
          "start": 107,
          "stop": 186,
          "surface": "The expert Ivan Petrov said that new routes could harm Russian exports of coal.",
          "subject": "RU",
          "category": "economic",
          "polarity": "risk",
          "firmness": "possible",
          "statement": "s-e66227f405bf",
          "rule": "risk.damage"
        },
        "evidence": [
          {
            "source": 2,
            "paragraph": 2,
            "sentence": "The expert Ivan Petrov said that new routes could harm Russian exports of coal.",
            "surface": "The expert Ivan Petrov said that new routes could harm Russian exports of coal.",
            "start": 107
          }
        ],
        "also": []
      }
    ]
  },
  "changes": [
    {
      "kind": "interest",
      "fact": "i-89afbcbdddda",
      "earlier": "",
      "difference": null,
      "support": []
    },
    {
      "kind": "risk-lost",
      "fact": "",
      "earlier": "r-92ea8a7b9717",
      "difference": null,
      "support": [
        1,
        0
      ]
    }
  ],
  "trends": [],
  "set_aside": [],
  "repeated": 0
}
','{"articles": [{"name": "c.txt", "digest": "dde431434523f21d938adae852595b5f238f405b48b7398c4152788ca0eca476", "published": "2026-03-04"}], "period": "2026-03-02/2026-03-08", "compared": "6f37bd884b383d8189f7399c118756e7de9902622691fb9dfdc93d51950a7291", "translations": [], "passages": "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945", "options": {"profile": "weekly", "subject": "RU", "date": "2026-03-08", "usage": {"ru": "ru-RF", "en": "en-GB", "names": "2e38e77b22c314a449e91fafed92a43826ac6aa403ae6a8acb6cf58239fbaf5d"}, "attach": false, "draft": false, "qr": false, "checklist": false, "requisites": {}}, "templates": {"profile": "14efd535e673f7210ffc3105d845b3c383cb35af47d88445585afe061a717314", "styles": {"ru": {"name": "gost", "value": "dee93ab120573138572125c6d15e9b59ceff69b75b4ac3423ec1805b1b345425"}, "en": {"name": "govuk", "value": "17ef68485251643e786270746f40627007efb3de00cf2baa212e61340513409a"}}}, "catalogs": {"locale/en/briefgen.po": "f6db9c48d0e62ae3bae07c2bb88411970d21fe4546d62212c02d67fd8c06c27e", "locale/ru/briefgen.po": "60b9e8a9c5f52ddf5eb62bc3be6a0e3ab9bfaf8f0be3e5a410df5b66650e9835"}, "versions": {"briefgen": "0.1.0", "babel": "2.18.0", "font-source-sans-pro": "0.0.1", "font-source-serif-pro": "0.0.1", "fonttools": "4.68.0", "iuliia": "0.13.0", "lxml": "6.1.3", "natasha": "1.6.0", "navec": "0.10.0", "numpy": "2.4.6", "pikepdf": "10.18.0", "pymorphy3": "2.0.6", "pymorphy3-dicts-ru": "2.4.417150.4580142", "pypdfium2": "5.15.2", "pyphen": "0.18.1", "python-docx": "1.2.0", "rapidfuzz": "3.14.6", "razdel": "0.5.0", "reportlab": "5.1.0", "slovnet": "0.6.0", "trafilatura": "2.3.1", "uharfbuzz": "0.57.0"}}','{"brief.en.pdf": "a467ab1afb2157ba045dabc1f0d6ad7eba4c6f8b86df52d0cf3f2367b6fa499d", "brief.json": "a4f50d56f35736a4937a43763122cca6c1c51f4c5c9ae812f9fccdfadc6188aa", "evidence.html": "324d9aeebc9131022cec1d3cffc9349797d349eecd1ba1e6e9e85fef744eb26d"}','{"sources": 1, "reposts": 0, "late": 0, "repeated": 0, "set_aside": 0, "changes": 2, "interests": 1, "quantities": 0, "statements": 0, "risks": 0}');
CREATE TABLE shingles (
      hash INTEGER NOT NULL, day TEXT NOT NULL, article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      PRIMARY KEY (hash, day, article)
    ) WITHOUT ROWID;
INSERT INTO "shingles" VALUES(262539639929910464,'2026-03-03','5c67aa6a41ec');
INSERT INTO "shingles" VALUES(8661647335446243760,'2026-03-03','5c67aa6a41ec');
INSERT INTO "shingles" VALUES(8734998226409719080,'2026-03-03','5c67aa6a41ec');
INSERT INTO "shingles" VALUES(8102883616425544,'2026-02-25','64a12aa9c245');
INSERT INTO "shingles" VALUES(938953308141398808,'2026-02-25','64a12aa9c245');
INSERT INTO "shingles" VALUES(3844435652681230368,'2026-02-25','64a12aa9c245');
INSERT INTO "shingles" VALUES(5413124416775089144,'2026-02-25','64a12aa9c245');
INSERT INTO "shingles" VALUES(5760958262459817440,'2026-02-25','64a12aa9c245');
INSERT INTO "shingles" VALUES(8566940550179366960,'2026-02-25','64a12aa9c245');
INSERT INTO "shingles" VALUES(2644266403042287568,'2026-03-04','ababcdc9c153');
INSERT INTO "shingles" VALUES(2837124835837947840,'2026-03-04','ababcdc9c153');
INSERT INTO "shingles" VALUES(2461366487109652120,'2026-02-25','ad98675ceb4c');
INSERT INTO "shingles" VALUES(5204840180122727320,'2026-02-25','ad98675ceb4c');
CREATE INDEX articles_by_day ON articles (published);
CREATE INDEX articles_by_story ON articles (story);
CREATE INDEX shingles_by_article ON shingles (article);
CREATE INDEX issues_by_day ON issues (series, stop);
CREATE INDEX issued_by_period ON issued (period);
CREATE INDEX facts_by_period ON facts (period, kind);
COMMIT;

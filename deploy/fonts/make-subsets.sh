#!/usr/bin/env bash
# Makes the three font subsets that the PDFs embed, byte for byte the same each time.
# Needs Debian 12's packages: fonttools (4.38), fonts-dejavu-core and fonts-dejavu-extra (2.37)
set -euo pipefail
cd "$(dirname "$0")/../../src/WaaS.Logistics.Documents/Fonts"

from=/usr/share/fonts/truetype/dejavu
# Latin-1, Latin Extended-A, Romanian, Greek, Cyrillic, capital sharp s, dashes, quotes, bullets,
# ellipsis, per mille, euro, arrows, comparison signs, boxes, ticks, replacement character.
characters='U+0020-007E,U+00A0-017F,U+0218-021B,U+0370-03FF,U+0400-045F,U+1E9E,U+2010-2015,U+2018-201E'
characters+=',U+2020-2022,U+2026,U+2030,U+2039,U+203A,U+20AC,U+2190-2193,U+2212,U+2260,U+2264,U+2265'
characters+=',U+25A0,U+25A1,U+2610-2612,U+2713,U+2717,U+FFFD'

for face in DejaVuSansCondensed DejaVuSansCondensed-Bold DejaVuSansMono; do
    # Name records 13 and 14 carry the licence: it has to travel with every copy.
    pyftsubset "$from/$face.ttf" --unicodes="$characters" --layout-features= --no-hinting --notdef-outline \
        --no-glyph-names --drop-tables+=FFTM,GDEF,GPOS,GSUB,DSIG --name-IDs=0,1,2,3,4,5,6,13,14 \
        --no-recalc-timestamp --output-file="$face.subset.ttf"
done

/usr/bin/python3 - "$from/DejaVuSansCondensed.ttf" > LICENSE-DejaVu.txt <<'PYTHON'
import sys
from fontTools.ttLib import TTFont

names = TTFont(sys.argv[1])["name"]
print(str(names.getName(13, 3, 1)).strip())
PYTHON
sha256sum ./*.subset.ttf

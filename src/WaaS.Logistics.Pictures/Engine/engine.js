(function (bytes, cap) {
  // A failed grow is what the module's allocator understands; without the cap a hostile picture takes gigabytes.
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > cap) throw new RangeError('heap cap');
    return grow.call(this, pages);
  };
  let zxing = null, fault = null, pointer = 0, size = 0;
  ZXingWASM.prepareZXingModule({
    fireImmediately: true,
    overrides: {
      locateFile: path => path, print() { }, printErr() { },
      instantiateWasm(imports, done) {
        const module = new WebAssembly.Module(bytes);
        done(new WebAssembly.Instance(module, imports), module);
        return {};
      }
    }
  }).then(made => zxing = made, error => fault = error);

  function room(wanted) {
    if (wanted > size) {
      if (pointer) zxing._free(pointer);
      pointer = zxing._malloc(wanted);
      size = pointer ? wanted : 0;
      if (!pointer) throw new Error('no room');
    }
    return pointer;
  }

  // The module takes every option, and lists as numbers.
  function whole(options) {
    const all = { ...ZXingWASM.defaultReaderOptions, ...options };
    return {
      ...all,
      formats: ZXingWASM.encodeFormats(all.formats),
      binarizer: ZXingWASM.BINARIZERS.indexOf(all.binarizer),
      textMode: ZXingWASM.TEXT_MODES.indexOf(all.textMode),
      eanAddOnSymbol: ZXingWASM.EAN_ADD_ON_SYMBOLS.indexOf(all.eanAddOnSymbol),
      characterSet: ZXingWASM.CHARACTER_SETS.indexOf(all.characterSet)
    };
  }

  const hex = data => Array.from(data, value => value.toString(16).padStart(2, '0')).join('').toUpperCase();

  function pack(found) {
    try {
      const codes = [];
      for (let i = 0; i < found.size(); i++) {
        const code = found.get(i);
        if (code.error || !code.bytes || !code.position) continue;
        codes.push({ text: code.text, bytesHex: hex(code.bytes), format: code.format, symbology: code.symbology, symbologyIdentifier: code.symbologyIdentifier, position: code.position });
      }
      return JSON.stringify(codes);
    } finally {
      found.delete();
    }
  }

  const cached = new Map();
  return {
    ready() { if (fault) throw fault; return !!zxing; },
    heap: () => zxing.HEAPU8.byteLength,
    // Always a fresh view: the old one dies when the memory grows.
    view(length) { const at = room(length); return zxing.HEAPU8.subarray(at, at + length); },
    read(width, height, options) {
      if (!cached.has(options)) cached.set(options, whole(JSON.parse(options)));
      return pack(zxing.readBarcodesFromPixmap(pointer, width, height, cached.get(options)));
    },
    write(text, options) {
      const all = { ...ZXingWASM.defaultWriterOptions, ...JSON.parse(options) };
      const made = zxing.writeBarcodeFromText(text, { ...all, format: ZXingWASM.encodeFormat(all.format) });
      return JSON.stringify({ svg: made.svg, error: made.error });
    }
  };
})

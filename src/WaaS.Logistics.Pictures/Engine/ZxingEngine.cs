using System.Text.Json;
using Microsoft.ClearScript;
using Microsoft.ClearScript.JavaScript;
using Microsoft.ClearScript.V8;

namespace WaaS.Logistics.Pictures.Engine;

/// <summary>One V8 with one zxing in it, for one caller at a time. No object of ours is exposed: whatever a picture does to it, it reaches nothing.</summary>
internal sealed class ZxingEngine : IDisposable
{
    public const long HeapCap = 512L << 20;
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private readonly Lock _gate = new();
    private readonly V8ScriptEngine _v8;
    private readonly ScriptObject _api;
    private bool _running;

    /// <param name="name">The part of the module: reader or writer.</param>
    public ZxingEngine(string name)
    {
        _v8 = new V8ScriptEngine(V8ScriptEngineFlags.None);
        try
        {
            _v8.Execute(Asset.Text($"zxing_{name}.js"));
            var wasm = Asset.Bytes($"zxing_{name}.wasm");
            var buffer = (IArrayBuffer)((ScriptObject)_v8.Evaluate("ArrayBuffer")).Invoke(true, wasm.Length);
            buffer.WriteBytes(wasm, 0, (ulong)wasm.Length, 0);
            _api = (ScriptObject)((ScriptObject)_v8.Evaluate(Asset.Text("engine.js"))).Invoke(false, buffer, HeapCap);
            if (_api.InvokeMethod("ready") is not true)
                throw new InvalidOperationException("The barcode decoder did not start.");
        }
        catch
        {
            _v8.Dispose();
            throw;
        }
    }

    /// <summary>Whether the engine may be used again: after a trap or an interrupt its memory is not unwound.</summary>
    public bool IsSound { get; private set; } = true;

    public long HeapBytes => Convert.ToInt64(_api.InvokeMethod("heap"), System.Globalization.CultureInfo.InvariantCulture);

    /// <exception cref="TimeoutException">The time was up; the engine is no longer sound.</exception>
    /// <exception cref="ScriptEngineException">The module trapped or its memory was full; the engine is no longer sound.</exception>
    public RawCode[] Read(Luminance picture, string options, TimeSpan limit)
    {
        var json = Run(limit, () =>
        {
            using var view = (IDisposable)((ScriptObject)_api.GetProperty("view")).Invoke(false, picture.Width * picture.Height);
            ((ITypedArray<byte>)view).Write(picture.Pixels, 0, (ulong)(picture.Width * picture.Height), 0);
            return (string)_api.InvokeMethod("read", picture.Width, picture.Height, options);
        });
        return JsonSerializer.Deserialize<RawCode[]>(json, Web)!;
    }

    public RawDrawing Write(string text, string options, TimeSpan limit) =>
        JsonSerializer.Deserialize<RawDrawing>(Run(limit, () => (string)_api.InvokeMethod("write", text, options)), Web)!;

    private string Run(TimeSpan limit, Func<string> work)
    {
        if (limit <= TimeSpan.Zero)
            throw new TimeoutException();
        lock (_gate)
            _running = true;
        using var timer = new Timer(_ => Interrupt(), null, limit, Timeout.InfiniteTimeSpan);
        try
        {
            return work();
        }
        catch (ScriptInterruptedException)
        {
            throw new TimeoutException();
        }
        catch (ScriptEngineException)
        {
            IsSound = false;
            throw;
        }
        finally
        {
            lock (_gate)
                _running = false;
        }
    }

    // Never between two reads: the interrupt would hit the next one.
    private void Interrupt()
    {
        lock (_gate)
        {
            if (!_running)
                return;
            IsSound = false;
            _v8.Interrupt();
        }
    }

    public void Dispose() => _v8.Dispose();
}

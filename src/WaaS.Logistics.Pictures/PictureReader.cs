using Microsoft.ClearScript;
using WaaS.Logistics.Pictures.Decoding;
using WaaS.Logistics.Pictures.Engine;

namespace WaaS.Logistics.Pictures;

/// <summary>Finds every code in a picture. Whatever the file holds, the answer comes within the limits and is a picture's codes or a sentence. For any number of threads.</summary>
/// <remarks>The first picture starts a V8 in the process (some 0.2 s and 90 MB); who never reads one never pays.</remarks>
public sealed class PictureReader(PictureLimits? limits = null)
{
    private readonly PictureLimits _limits = limits ?? PictureLimits.Default;

    /// <param name="path">A file; a pipe that never ends is given up after the time limit.</param>
    public async Task<PictureAnswer> Read(string path, CancellationToken cancel = default)
    {
        if (path.Contains('\0') || path.Length == 0)
            return PictureAnswer.Fail("This is not a name of a file.");
        if (Directory.Exists(path))
            return PictureAnswer.Fail("This is a folder. Name the pictures in it.");
        try
        {
            // On a thread of its own: to open a pipe nobody writes to cannot be cancelled.
            var bytes = await Task.Run(() => Load(path), cancel).WaitAsync(_limits.LoadTime, cancel);
            return bytes is null ? TooLarge() : await Read(bytes, cancel);
        }
        catch (TimeoutException)
        {
            return PictureAnswer.Fail($"The file could not be read within {_limits.LoadTime.TotalSeconds:0.#} s.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return PictureAnswer.Fail("There is no such file.");
        }
        catch (UnauthorizedAccessException)
        {
            return PictureAnswer.Fail("The file may not be read by this user.");
        }
        catch (IOException e)
        {
            return PictureAnswer.Fail($"The file cannot be read: {e.Message}");
        }
    }

    /// <param name="bytes">A whole picture file.</param>
    public async Task<PictureAnswer> Read(byte[] bytes, CancellationToken cancel = default)
    {
        if (bytes.Length > _limits.MaxBytes)
            return TooLarge();
        try
        {
            // A picture can be made so that unpacking takes minutes, and that cannot be stopped: it is left behind.
            var (pictures, fault) = await Task.Run(() => PictureFile.Unpack(bytes, _limits), cancel).WaitAsync(_limits.LoadTime, cancel);
            return pictures.Count == 0 ? PictureAnswer.Fail(fault!) : await Task.Run(() => Search(pictures, fault), cancel);
        }
        catch (TimeoutException)
        {
            return PictureAnswer.Fail($"The picture could not be unpacked within {_limits.LoadTime.TotalSeconds:0.#} s.");
        }
    }

    private PictureAnswer Search(IReadOnlyList<Luminance> pictures, string? fault) => EnginePool.Rent(engine =>
    {
        var search = new CodeSearch(engine, _limits.SearchTime);
        try
        {
            foreach (var picture in pictures)
                search.Run(picture);
        }
        catch (TimeoutException)
        {
            fault ??= $"The search was ended after {_limits.SearchTime.TotalSeconds:0.#} s; there may be more codes in the picture.";
        }
        catch (ScriptEngineException)
        {
            fault ??= "The decoder gave up on this picture; there may be more codes in it.";
        }
        return new PictureAnswer(search.Found, fault);
    });

    private PictureAnswer TooLarge() => PictureAnswer.Fail($"The file is larger than {_limits.MaxBytes >> 20} MB.");

    private byte[]? Load(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        if (file.CanSeek && file.Length > _limits.MaxBytes)
            return null;
        using var whole = new MemoryStream();
        var chunk = new byte[1 << 16];
        for (int read; (read = file.Read(chunk)) > 0;)
        {
            whole.Write(chunk, 0, read);
            if (whole.Length > _limits.MaxBytes)
                return null;
        }
        return whole.ToArray();
    }
}

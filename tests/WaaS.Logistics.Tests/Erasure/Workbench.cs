using System.Globalization;
using System.Security.Cryptography;

namespace WaaS.Logistics.Tests.Erasure;

/// <summary>A folder with images and loop devices that a test made itself; takes down exactly those at the end.</summary>
internal sealed class Workbench : IDisposable
{
    private readonly Stack<Action> _undo = new();

    public Workbench(string? root = null)
    {
        Folder = Directory.CreateDirectory(Path.Combine(root ?? Path.GetTempPath(), $"waas-erasure-{Guid.NewGuid():N}")).FullName;
        _undo.Push(() => Directory.Delete(Folder, recursive: true));
    }

    public string Folder { get; }

    public string Path_(string name) => Path.Combine(Folder, name);

    /// <summary>An image full of random bytes, as a used disk is.</summary>
    public string Image(string name, long bytes)
    {
        string path = Path_(name);
        using FileStream file = File.Create(path);
        byte[] block = RandomNumberGenerator.GetBytes((int)Math.Min(bytes, 1 << 20));
        for (long left = bytes; left > 0; left -= block.Length)
        {
            file.Write(block, 0, (int)Math.Min(left, block.Length));
        }

        return path;
    }

    public string Loop(string image, params string[] options)
    {
        string device = Shell.Run("losetup", [.. options, "-f", "--show", image]).Trim();
        Undo(() => Shell.Run("losetup", "-d", device));
        return device;
    }

    public string DirectLoop(string image) => Loop(image, "--direct-io=on", "-b", "4096");

    /// <summary>A small memory file system that can be filled up.</summary>
    public string SmallFileSystem(long bytes)
    {
        string place = Directory.CreateDirectory(Path_($"fs{Guid.NewGuid():N}")).FullName;
        Shell.Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={bytes}"), "tmpfs", place);
        Undo(() => Shell.Run("umount", place));
        return place;
    }

    /// <summary>Reads what is there although it is locked for wiping.</summary>
    public static byte[] Peek(string path)
    {
        string copy = $"{path}.copy";
        Shell.Run("cp", path, copy);
        return File.ReadAllBytes(copy);
    }

    public void Undo(Action action) => _undo.Push(action);

    public void Dispose()
    {
        while (_undo.TryPop(out Action? action))
        {
            action();
        }
    }
}

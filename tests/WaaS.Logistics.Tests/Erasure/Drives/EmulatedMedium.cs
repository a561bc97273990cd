using System.Security.Cryptography;

namespace WaaS.Logistics.Tests.Erasure.Drives;

/// <summary>What lies behind an emulated drive: the file under the loop device that the engine has open.</summary>
internal sealed class EmulatedMedium(string image)
{
    /// <summary>Acknowledges an erase and keeps everything.</summary>
    public bool Lies { get; set; }

    /// <summary>Acknowledges an erase and keeps the last part of the medium.</summary>
    public long KeepsLastBytes { get; set; }

    /// <summary>Acknowledges an erase and keeps these stretches.</summary>
    public IReadOnlyList<(long Offset, int Length)> Keeps { get; set; } = [];

    public string Image { get; } = image;

    public int Erased { get; private set; }

    public void Erase(bool crypto)
    {
        Erased++;
        if (Lies)
        {
            return;
        }

        using FileStream file = new(Image, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        byte[][] kept = [.. Keeps.Select(one => Part(file, one.Offset, one.Length))];
        byte[] block = new byte[1 << 20];
        file.Position = 0;
        for (long left = file.Length - KeepsLastBytes; left > 0; left -= block.Length)
        {
            if (crypto)
            {
                RandomNumberGenerator.Fill(block);
            }

            file.Write(block, 0, (int)Math.Min(left, block.Length));
        }

        foreach (((long offset, _), byte[] part) in Keeps.Zip(kept))
        {
            file.Position = offset;
            file.Write(part);
        }
    }

    private static byte[] Part(FileStream file, long offset, int length)
    {
        byte[] part = new byte[length];
        file.Position = offset;
        file.ReadExactly(part);
        return part;
    }
}

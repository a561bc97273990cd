using System.Security.Cryptography;

namespace WaaS.Logistics.Tests.Erasure.Drives;

/// <summary>What lies behind an emulated drive: the file under the loop device that the engine has open.</summary>
internal sealed class EmulatedMedium(string image)
{
    /// <summary>Acknowledges an erase and keeps everything.</summary>
    public bool Lies { get; set; }

    /// <summary>Acknowledges an erase and keeps the last part of the medium.</summary>
    public long KeepsLastBytes { get; set; }

    public int Erased { get; private set; }

    public void Erase(bool crypto)
    {
        Erased++;
        if (Lies)
        {
            return;
        }

        using FileStream file = new(image, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        byte[] block = new byte[1 << 20];
        for (long left = file.Length - KeepsLastBytes; left > 0; left -= block.Length)
        {
            if (crypto)
            {
                RandomNumberGenerator.Fill(block);
            }

            file.Write(block, 0, (int)Math.Min(left, block.Length));
        }
    }
}

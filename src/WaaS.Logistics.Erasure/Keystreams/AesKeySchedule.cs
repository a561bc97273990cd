using System.Runtime.Intrinsics;

namespace WaaS.Logistics.Erasure;

/// <summary>Round keys of AES-128 and AES-256 (FIPS 197, section 5.2), laid out for the processor's AES instructions.</summary>
internal static class AesKeySchedule
{
    private static readonly byte[] SBox = BuildSBox();

    public static Vector128<byte>[] Expand(ReadOnlySpan<byte> key)
    {
        int keyWords = key.Length / 4;
        int rounds = keyWords + 6;
        byte[] words = new byte[16 * (rounds + 1)];
        key.CopyTo(words);
        byte roundConstant = 1;
        Span<byte> word = stackalloc byte[4];
        for (int i = keyWords; i < 4 * (rounds + 1); i++)
        {
            words.AsSpan(4 * (i - 1), 4).CopyTo(word);
            if (i % keyWords == 0)
            {
                (word[0], word[1], word[2], word[3]) =
                    ((byte)(SBox[word[1]] ^ roundConstant), SBox[word[2]], SBox[word[3]], SBox[word[0]]);
                roundConstant = Double(roundConstant);
            }
            else if (keyWords > 6 && i % keyWords == 4)
            {
                (word[0], word[1], word[2], word[3]) = (SBox[word[0]], SBox[word[1]], SBox[word[2]], SBox[word[3]]);
            }

            for (int b = 0; b < 4; b++)
            {
                words[4 * i + b] = (byte)(words[4 * (i - keyWords) + b] ^ word[b]);
            }
        }

        var schedule = new Vector128<byte>[rounds + 1];
        for (int r = 0; r <= rounds; r++)
        {
            schedule[r] = Vector128.Create(words.AsSpan(16 * r, 16));
        }

        return schedule;
    }

    private static byte[] BuildSBox()
    {
        byte[] box = new byte[256];
        byte p = 1, q = 1;
        do
        {
            p = (byte)(p ^ Double(p));
            q ^= (byte)(q << 1);
            q ^= (byte)(q << 2);
            q ^= (byte)(q << 4);
            q ^= (byte)((q & 0x80) != 0 ? 0x09 : 0);
            box[p] = (byte)(q ^ Rotate(q, 1) ^ Rotate(q, 2) ^ Rotate(q, 3) ^ Rotate(q, 4) ^ 0x63);
        }
        while (p != 1);
        box[0] = 0x63;
        return box;
    }

    private static byte Double(byte value) => (byte)((value << 1) ^ ((value & 0x80) != 0 ? 0x1B : 0));

    private static byte Rotate(byte value, int by) => (byte)((value << by) | (value >> (8 - by)));
}

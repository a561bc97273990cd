using System.Text;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure.Drives;

internal sealed partial class EmulatedAtaDrive
{
    private AtaRegisters SecurityCommand(AtaCommand ata, ReadOnlySpan<byte> data)
    {
        bool prepared = _erasePrepared;
        _erasePrepared = false;
        ReadOnlySpan<byte> given = data.Length == 512 ? data.Slice(2, 32) : default;
        if ((Security & 0x08) != 0)
        {
            return Aborted();
        }

        // Locked, it takes the password and nothing else.
        if ((Security & 0x04) != 0 && ata.Opcode is not (0xF2 or 0xF3 or 0xF4))
        {
            return Aborted();
        }

        switch (ata.Opcode)
        {
            case 0xF1:
                _password = given.ToArray();
                Security |= (ushort)(IgnoresPassword ? 0 : 2);
                return Good();
            case 0xF2 when given.SequenceEqual(_password):
                Security &= 0xFFFB;
                return Good();
            case 0xF3:
                _erasePrepared = true;
                return Good();
            case 0xF4 when LosesPower:
                Security |= 4;
                throw new IOException("the power is gone");
            case 0xF4 when prepared && !AbortsErase && (Security & 2) != 0 && given.SequenceEqual(_password):
                medium?.Erase(crypto: false);
                Security &= 0xFFF9;
                return Good();
            case 0xF6 when given.SequenceEqual(_password):
                Security &= 0xFFFD;
                return Good();
            default:
                return Aborted();
        }
    }

    private AtaRegisters Sanitize(AtaCommand ata)
    {
        (bool crypto, bool known) = (ata.Features, ata.Lba) switch
        {
            (0x11, 0x43727970) => (true, true),
            (0x12, 0x426B4572) => (false, true),
            (0x14, 0x4F57_0000_0000) => (false, true),
            _ => (false, false),
        };
        if (known)
        {
            _left = SwallowsSanitize ? -1 : Questions;
            _sanitizeCrypto = crypto;
            return Good();
        }

        if (ata.Features != 0)
        {
            return Aborted();
        }

        if (_left > 0)
        {
            _left -= Sticks ? 0 : 1;
            return Good(0x4000, (ulong)(0xFFFFL * (Questions - _left) / (Questions + 1L)));
        }

        if (_left == 0)
        {
            _left = -1;
            if (SanitizeFails)
            {
                return Aborted(1);
            }

            medium?.Erase(_sanitizeCrypto);
            SanitizeDone = true;
        }

        return Good((ushort)(SanitizeDone ? 0x8000 : 0));
    }
}

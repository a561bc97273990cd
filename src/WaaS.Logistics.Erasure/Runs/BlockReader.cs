using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>Reads a block whole; where it cannot, says which sectors.</summary>
internal sealed unsafe class BlockReader(Target target, FaultList unreadable)
{
    private const int Tries = 3;

    /// <summary>Calls back for each stretch that was read; unreadable sectors go to the list.</summary>
    public long Read(AlignedBuffer buffer, long offset, int length, Func<long, int, long> compare)
    {
        if (ReadPlain(buffer.Pointer, offset, length) == Errno.None)
        {
            return compare(offset, length);
        }

        int sector = target.Identity.SectorBytes;
        long compared = 0;
        for (int at = 0; at < length; at += sector)
        {
            int part = Math.Min(sector, length - at);
            Errno error = Errno.InputOutput;
            for (int attempt = 0; error != Errno.None && attempt < Tries; attempt++)
            {
                error = ReadPlain(buffer.Pointer, offset + at, part);
            }

            if (error == Errno.None)
            {
                compared += compare(offset + at, part);
            }
            else
            {
                unreadable.Add(offset + at, part, error.Word());
            }
        }

        return compared;
    }

    /// <exception cref="MediumFailedException">Ended early, or the carrier failed as a whole.</exception>
    public Errno ReadPlain(byte* buffer, long offset, int length)
    {
        int sector = target.Identity.SectorBytes;
        // The last part of a file may end inside a sector; direct I/O asks for the whole sector and gets the part.
        int asked = target.Direct ? (length + sector - 1) / sector * sector : length;
        int done = 0;
        while (done < length)
        {
            nint read = target.Read(buffer + done, asked - done, offset + done);
            if (read > 0)
            {
                int reached = done + (int)read;
                reached -= target.Direct && reached < length ? reached % sector : 0;
                done = reached > done
                    ? reached
                    : throw new MediumFailedException("read", offset + done, "ended inside a sector without progress");
                continue;
            }

            if (read == 0)
            {
                throw new MediumFailedException("read", offset + done, "the carrier ended early");
            }

            Errno error = SystemCallException.LastError;
            if (error.IsMediumError())
            {
                return error;
            }

            if (error != Errno.Interrupted)
            {
                throw new MediumFailedException("read", offset + done, error);
            }
        }

        return Errno.None;
    }
}

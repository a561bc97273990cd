using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>Writes a block whole: goes on after short writes, and confines a medium error to the sectors that have it.</summary>
internal sealed unsafe class BlockWriter(Target target, FaultList faults)
{
    private const int Tries = 3;
    private long _shortWrites;

    public long ShortWrites => Interlocked.Read(ref _shortWrites);

    /// <returns>Bytes acknowledged by the system.</returns>
    public long Write(byte* buffer, long offset, int length)
    {
        (int written, Errno error) = WritePlain(buffer, offset, length);
        if (error == Errno.None)
        {
            return length;
        }

        return written + Narrow(buffer + written, offset + written, length - written, Narrower(length));
    }

    private long Narrow(byte* buffer, long offset, int length, int piece)
    {
        int sector = target.Identity.SectorBytes;
        long acknowledged = 0;
        for (int at = 0; at < length; at += piece)
        {
            int part = Math.Min(piece, length - at);
            (int written, Errno error) = WritePlain(buffer + at, offset + at, part);
            for (int attempt = 1; error != Errno.None && piece == sector && attempt < Tries; attempt++)
            {
                (written, error) = WritePlain(buffer + at, offset + at, part);
            }

            acknowledged += error == Errno.None ? part : 0;
            if (error == Errno.None)
            {
                continue;
            }

            if (piece == sector)
            {
                faults.Add(offset + at, part, error.Word());
            }
            else
            {
                acknowledged += Narrow(buffer + at, offset + at, part, Narrower(piece));
            }
        }

        return acknowledged;
    }

    private int Narrower(int length)
    {
        int sector = target.Identity.SectorBytes;
        int next = length > 65536 ? 65536 : length > 4096 ? 4096 : sector;
        return Math.Max(next, sector);
    }

    private (int Written, Errno Error) WritePlain(byte* buffer, long offset, int length)
    {
        int sector = target.Identity.SectorBytes;
        int done = 0;
        while (done < length)
        {
            nint written = target.Write(buffer + done, length - done, offset + done);
            if (written > 0)
            {
                int reached = done + (int)written;
                if (reached < length)
                {
                    Interlocked.Increment(ref _shortWrites);
                    // Direct I/O goes on only at a sector's border: the broken sector is written again.
                    reached -= target.Direct ? reached % sector : 0;
                }

                done = reached > done
                    ? reached
                    : throw new MediumFailedException("write", offset + done, "ended inside a sector without progress");
                continue;
            }

            if (written == 0)
            {
                throw new MediumFailedException("write", offset + done, "nothing was taken");
            }

            Errno error = SystemCallException.LastError;
            if (error.IsMediumError())
            {
                return (done, error);
            }

            if (error != Errno.Interrupted)
            {
                // ENOSPC too: a removed disk has no capacity left and says exactly this.
                throw new MediumFailedException("write", offset + done, error);
            }
        }

        return (done, Errno.None);
    }
}

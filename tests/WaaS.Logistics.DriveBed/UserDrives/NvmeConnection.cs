using System.Buffers.Binary;

namespace WaaS.Logistics.DriveBed.UserDrives;

/// <summary>One queue of a controller over one TCP connection; commands are carried out one after the other.</summary>
internal sealed class NvmeConnection(Stream stream, NvmeController controller)
{
    private const byte LastData = 0x04;
    private const int MostAtOnce = 1 << 20;
    private readonly Dictionary<ushort, (NvmeEntry Entry, byte[] Data, int Done)> _waiting = [];
    private ushort _queue;

    public void Serve()
    {
        try
        {
            while (NvmePdu.Read(stream) is { } unit)
            {
                switch (unit.Type)
                {
                    case NvmePdu.ConnectionRequest:
                        byte[] answer = new byte[120];
                        BinaryPrimitives.WriteInt32LittleEndian(answer.AsSpan(4), MostAtOnce);
                        stream.Write(NvmePdu.Make(NvmePdu.ConnectionAnswer, 0, answer, []));
                        break;
                    case NvmePdu.Command:
                        Take(new NvmeEntry(unit.Header[8..72], unit.Data));
                        break;
                    case NvmePdu.DataToController:
                        Fill(unit);
                        break;
                    default:
                        return;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // The other side is gone, or the drive was pulled.
        }
        finally
        {
            stream.Dispose();
        }
    }

    private void Take(NvmeEntry entry)
    {
        if (!entry.TakesData || entry.IsInCapsule || entry.Length == 0)
        {
            Carry(entry);
            return;
        }

        _waiting[entry.Id] = (entry, new byte[entry.Length], 0);
        byte[] ready = new byte[16];
        BinaryPrimitives.WriteUInt16LittleEndian(ready, entry.Id);
        BinaryPrimitives.WriteUInt16LittleEndian(ready.AsSpan(2), entry.Id);
        BinaryPrimitives.WriteInt32LittleEndian(ready.AsSpan(8), entry.Length);
        stream.Write(NvmePdu.Make(NvmePdu.ReadyToTransfer, 0, ready, []));
    }

    private void Fill(NvmePdu unit)
    {
        ushort id = BinaryPrimitives.ReadUInt16LittleEndian(unit.Header.AsSpan(8));
        int at = BinaryPrimitives.ReadInt32LittleEndian(unit.Header.AsSpan(12));
        (NvmeEntry entry, byte[] data, int done) = _waiting[id];
        unit.Data.CopyTo(data, at);
        _waiting[id] = (entry, data, done + unit.Data.Length);
        if (done + unit.Data.Length == data.Length)
        {
            _waiting.Remove(id);
            Carry(entry.With(data));
        }
    }

    private void Carry(NvmeEntry entry)
    {
        byte[] data = entry.GivesData ? new byte[entry.Length] : entry.Data;
        if (controller.Execute(entry, data, ref _queue) is not { } end)
        {
            // An asynchronous event that never comes.
            return;
        }

        if (entry.GivesData && end.Status == 0 && data.Length > 0)
        {
            byte[] place = new byte[16];
            BinaryPrimitives.WriteUInt16LittleEndian(place, entry.Id);
            BinaryPrimitives.WriteInt32LittleEndian(place.AsSpan(8), data.Length);
            stream.Write(NvmePdu.Make(NvmePdu.DataToHost, LastData, place, data));
        }

        byte[] completion = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(completion, end.Result);
        BinaryPrimitives.WriteUInt16LittleEndian(completion.AsSpan(10), _queue);
        BinaryPrimitives.WriteUInt16LittleEndian(completion.AsSpan(12), entry.Id);
        BinaryPrimitives.WriteUInt16LittleEndian(completion.AsSpan(14), (ushort)(end.Status << 1));
        stream.Write(NvmePdu.Make(NvmePdu.Answer, 0, completion, []));
    }
}

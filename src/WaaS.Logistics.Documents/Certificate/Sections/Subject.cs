using WaaS.Logistics.Documents.Certificate.Input;
using WaaS.Logistics.Documents.Pdf.Typeset;
using WaaS.Logistics.Documents.Pdf.Typeset.Blocks;
using WaaS.Logistics.Documents.Texts;

namespace WaaS.Logistics.Documents.Certificate.Sections;

/// <summary>What was sanitized, and how it was found.</summary>
internal static class Subject
{
    public static void Draw(PageFlow flow, CertificatePdfInput input, Words words)
    {
        Device(flow, input.Device, words);
        Carrier(flow, input.Carrier, words);
        State(flow, input.PreState, words);
    }

    private static void Device(PageFlow flow, DeviceDetails device, Words words) =>
        new Section(flow, words["section.device"], words.Absent)
            .Row(words["device.manufacturer"], device.Manufacturer)
            .Row(words["device.model"], device.Model)
            .Code(words["device.serial"], device.Serial)
            .Code(words["device.assetTag"], device.AssetTag)
            .Code(words["device.uuid"], device.Uuid)
            .Row(words["device.chassis"], device.Chassis)
            .Code(words["device.imei"], device.Imei)
            .Row(words["device.slotsExpected"], words.Count(device.SlotsExpected))
            .Row(words["device.slotsFound"], words.Count(device.SlotsFound))
            .Row(words["device.slotsProcessed"], words.Count(device.SlotsProcessed));

    private static void Carrier(PageFlow flow, CarrierDetails carrier, Words words) =>
        new Section(flow, words["section.carrier"], words.Absent)
            .Row(words["carrier.slot"], carrier.Slot)
            .Row(words["carrier.manufacturer"], carrier.Manufacturer)
            .Row(words["carrier.model"], carrier.Model)
            .Code(words["carrier.serialReported"], carrier.SerialReported)
            .Code(words["carrier.serialOnLabel"], carrier.SerialOnLabel)
            .Code(words["carrier.wwn"], carrier.Wwn)
            .Code(words["carrier.firmware"], carrier.Firmware)
            .Row(words["carrier.interface"], words.Of(carrier.Interface))
            .Row(words["carrier.mediaType"], words.Of(carrier.MediaType))
            .Row(words["carrier.capacityReported"], words.Bytes(carrier.CapacityReportedBytes))
            .Row(words["carrier.capacityNative"], words.Bytes(carrier.CapacityNativeBytes))
            .Row(words["carrier.sectorsTotal"], words.Count(carrier.SectorsTotal))
            .Row(words["carrier.sectorSize"], words.Count(carrier.SectorSizeBytes))
            .Row(words["carrier.source"], carrier.Source);

    private static void State(PageFlow flow, PreState state, Words words) =>
        new Section(flow, words["section.preState"], words.Absent)
            .Row(words["preState.encryption"], state.Encryption)
            .Row(words["preState.securityState"], state.SecurityState)
            .Row(words["preState.hpa"], words.Of(state.Hpa))
            .Row(words["preState.dco"], words.Of(state.Dco))
            .Row(words["preState.ama"], words.Of(state.Ama))
            .Row(words["preState.health"], state.Health)
            .Row(words["preState.reallocated"], words.Count(state.ReallocatedSectors))
            .Row(words["preState.backupConfirmed"], words.YesNo(state.BackupConfirmed));
}

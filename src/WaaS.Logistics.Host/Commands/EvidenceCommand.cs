using System.CommandLine;
using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Host.Commands;

internal static class EvidenceCommand
{
    public static Command Create()
    {
        var schema = new Command("schema", "Prints the JSON schema (draft 2020-12) that every evidence document is held to when it is read.");
        schema.SetAction(_ => Console.Write(EvidenceReader.Schema));
        return new Command("evidence", "What a station hands in about a carrier.") { schema };
    }
}

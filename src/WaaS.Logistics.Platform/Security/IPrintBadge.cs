using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security;

/// <summary>Puts a badge on paper. The house itself draws nothing; the host knows who does.</summary>
public interface IPrintBadge
{
    /// <param name="code">One of our own badge codes, checked to be this person's.</param>
    PrintedFile Print(string code, string name, PrintQuery query);
}

/// <summary>What is downloaded.</summary>
public sealed record PrintedFile(byte[] Content, string ContentType, string Name);

namespace WaaS.Logistics.Pictures.Engine;

/// <summary>What travels inside the assembly.</summary>
internal static class Asset
{
    public static byte[] Bytes(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    private static Stream Open(string name) => typeof(Asset).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The asset {name} is missing in the assembly.");
}

using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>
/// The typeface Inter (SIL Open Font License) as the package Avalonia.Fonts.Inter brings it: inside a resource of an assembly, which
/// is read here as a file and never loaded.
/// </summary>
internal static class InterFont
{
    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Files = new(Read);

    public static TrueTypeFont Regular => new(Files.Value["/Assets/Inter-Regular.ttf"]);

    public static TrueTypeFont SemiBold => new(Files.Value["/Assets/Inter-SemiBold.ttf"]);

    private static Dictionary<string, byte[]> Read()
    {
        using var assembly = new PEReader(typeof(InterFont).Assembly.GetManifestResourceStream("Inter.dll")!);
        var metadata = assembly.GetMetadataReader();
        var resource = metadata.ManifestResources.Select(metadata.GetManifestResource).Single(resource => metadata.StringComparer.Equals(resource.Name, "!AvaloniaResources"));
        var resources = assembly.GetSectionData(assembly.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
        var reader = resources.GetReader((int)resource.Offset, resources.Length - (int)resource.Offset);
        var content = reader.ReadBytes(reader.ReadInt32());
        return Unpack(content);
    }

    /// <summary>The length of the index, the index (version, count, then name, offset and length of each file), the files.</summary>
    private static Dictionary<string, byte[]> Unpack(byte[] content)
    {
        using var reader = new BinaryReader(new MemoryStream(content), Encoding.UTF8);
        var start = reader.ReadInt32() + sizeof(int);
        _ = reader.ReadInt32();
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (name, offset, length) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
            if (name.EndsWith("-Regular.ttf", StringComparison.Ordinal) || name.EndsWith("-SemiBold.ttf", StringComparison.Ordinal))
                files[name] = content.AsSpan(start + offset, length).ToArray();
        }

        return files;
    }
}

namespace Dxtra.Functions.Embedded.Tests.Hosting;

/// <summary>A new folder that goes away with the test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("embedded-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public TestFolder With(string file, string content)
    {
        System.IO.File.WriteAllText(File(file), content);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

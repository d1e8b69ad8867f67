namespace Dxtra.Functions.Embedded.Tests.PublicApi;

/// <summary>
/// Holds the assembly to the official API: whatever it exports stands in functions-api.txt, word for word, so that source which
/// compiles against it compiles against the official packages. It may export less than the list, but not less than the app relies on.
/// </summary>
public sealed class PublicApiTests
{
    private static readonly Type[] Exported = typeof(FunctionCatalog).Assembly.GetExportedTypes();

    private readonly Dictionary<string, HashSet<string>> _approved = ApprovedApi.Read();

    [Fact]
    public void Every_exported_type_is_an_official_one_of_the_same_kind_and_base() =>
        AssertNone(Exported.Select(Name).Except(_approved.Keys));

    [Fact]
    public void Every_exported_member_has_its_official_signature()
    {
        var foreign =
            from type in Exported
            where _approved.ContainsKey(Name(type))
            from member in ApiText.Members(type)
            where !_approved[Name(type)].Contains(member)
            select $"{Name(type)}: {member}";

        AssertNone(foreign);
    }

    [Fact]
    public void The_types_that_the_app_relies_on_are_there()
    {
        var relied = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "PublicApi", "relied-on.txt"));

        Assert.NotEmpty(relied);
        AssertNone(relied.Except(Exported.Select(type => type.FullName)));
    }

    [Fact]
    public void The_list_itself_is_read_whole() =>
        Assert.Contains(
            "static FunctionsApplicationBuilder CreateBuilder(string[] args)",
            _approved["Microsoft.Azure.Functions.Worker.Builder class FunctionsApplication"]);

    private static void AssertNone(IEnumerable<string?> names)
    {
        var lines = string.Join(Environment.NewLine, names);
        Assert.True(lines.Length == 0, lines);
    }

    private static string Name(Type type) => $"{type.Namespace} {ApiText.Header(type)}";
}

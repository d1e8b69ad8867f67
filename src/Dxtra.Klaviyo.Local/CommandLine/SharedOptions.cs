using System.CommandLine;

namespace Dxtra.Klaviyo.Local.CommandLine;

/// <summary>Options that more than one command has.</summary>
internal static class SharedOptions
{
    public static Option<string> Data() => new("--data")
    {
        Description = "Where data is kept between runs. Default: .local in the repository.",
        HelpName = "DIR",
        DefaultValueFactory = _ => DataDirectory.Default(Directory.GetCurrentDirectory()),
    };

    /// <param name="name">With its dashes.</param>
    /// <param name="description">What listens there.</param>
    /// <param name="usual">The port when the option is not given.</param>
    /// <param name="count">How many consecutive ports are used.</param>
    public static Option<int> Port(string name, string description, int usual, int count = 1)
    {
        var highest = 65_536 - count;
        return new Option<int>(name)
        {
            Description = description,
            HelpName = "PORT",
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens.Single().Value, out var port) && port >= 1 && port <= highest)
                    return port;

                result.AddError($"{name} takes a number from 1 to {highest}.");
                return usual;
            },
        };
    }
}

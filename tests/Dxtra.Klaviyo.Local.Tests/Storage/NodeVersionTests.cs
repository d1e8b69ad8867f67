using Dxtra.Klaviyo.Local.Storage;

namespace Dxtra.Klaviyo.Local.Tests.Storage;

public sealed class NodeVersionTests
{
    [Theory]
    [InlineData("v18.0.0", 18)]
    [InlineData("v20.11.1", 20)]
    [InlineData("v8.17.0", 8)]
    [InlineData("v22.0.0-nightly", 22)]
    [InlineData("20.1.0", null)]
    [InlineData("v", null)]
    [InlineData("", null)]
    [InlineData("node: not found", null)]
    public void The_major_version_is_read_from_what_node_answers(string answer, int? major) =>
        Assert.Equal(major, NodeVersion.Major(answer));
}

# Reads texts, each as JSON on a line of its own; writes of each the HTML that Jekyll's Markdown makes.
require 'jekyll'
require 'json'

markdown = Jekyll::Converters::Markdown.new(Jekyll::Configuration.from({}))
$stdout.sync = true
$stdin.each_line { |line| puts JSON.generate([markdown.convert(JSON.parse("[#{line}]").first)]) }
